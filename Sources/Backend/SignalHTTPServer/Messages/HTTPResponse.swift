/// A response with its whole body, and how faithfully the server delivers it.
package struct HTTPResponse: Sendable, Hashable {
    /// What the server does with a response; everything but `whole` is for testing what talks to the server.
    package enum Delivery: Sendable, Hashable {
        /// Sends it as it should be.
        case whole
        /// Sends these bytes instead of the response, then closes the connection; none: just closes it.
        case raw([UInt8])
        /// Sends the head and that many bytes of the body, then closes the connection.
        case truncated(bodyBytes: Int)
        /// Sends the response in pieces of that many bytes with a pause between them.
        case trickling(pieces: Int, pause: Duration)
        /// Sends nothing and keeps the connection open until the caller leaves or the server stops.
        case never
        /// Resets the connection (TCP RST) without an answer.
        case reset
    }

    /// The status, such as 200.
    package var status: Int
    /// The header fields; `Content-Length` and `Connection` are the server's business.
    package var headers: HTTPHeaders
    /// The body.
    package var body: [UInt8]
    /// What the server does with it.
    package var delivery: Delivery

    /// A response with the given parts.
    package init(
        _ status: Int, headers: HTTPHeaders = [:], body: [UInt8] = [], delivery: Delivery = .whole
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.delivery = delivery
    }

    /// A plain-text response.
    package static func text(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array(text.utf8))
    }

    /// A JSON response from bytes that are JSON already.
    package static func json(_ status: Int, _ body: [UInt8]) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "application/json"], body: body)
    }

    /// Bytes of the caller's own making instead of a response; then the connection is closed.
    package static func raw(_ text: String) -> HTTPResponse {
        HTTPResponse(500, delivery: .raw(Array(text.utf8)))
    }

    /// Whether the status is one that never has a body (RFC 9110 section 6.4.1).
    var isBodiless: Bool { (100..<200).contains(status) || status == 204 || status == 304 }
}

extension HTTPResponse {
    /// The reason phrase of a status; empty for one it does not know, which RFC 9112 section 4 allows.
    static func reason(of status: Int) -> String {
        switch status {
        case 100: "Continue"
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 413: "Content Too Large"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        default: ""
        }
    }
}
