/// A request with its whole body.
package struct HTTPRequest: Sendable, Hashable {
    /// The method as it was written, such as `GET`.
    package var method: String
    /// The request target as it was written, such as `/sessions?limit=2`.
    package var target: String
    /// The header fields.
    package var headers: HTTPHeaders
    /// The body; a chunked one is already put together.
    package var body: [UInt8]
    /// The caller's address as the server saw it; empty in a request that was not received.
    package var remoteAddress: String

    /// A request with the given parts.
    package init(
        _ method: String, _ target: String, headers: HTTPHeaders = [:], body: [UInt8] = [],
        remoteAddress: String = ""
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.remoteAddress = remoteAddress
    }

    /// The target up to its query, percent-encoding left as it is.
    package var path: String { String(target.prefix { $0 != "?" }) }

    /// The target behind the first question mark, percent-encoding left as it is; nil without one.
    package var query: String? {
        target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
    }
}
