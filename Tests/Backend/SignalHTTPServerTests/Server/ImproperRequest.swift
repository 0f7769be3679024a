import Testing

/// What a server must refuse, and how.
struct ImproperRequest: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Int
    let text: String

    var testDescription: String { "\(name) → \(status)" }

    private init(_ name: String, _ status: Int, _ text: String) {
        self.name = name
        self.status = status
        self.text = text
    }

    /// A POST with these field lines and what follows them.
    private static func post(_ name: String, _ status: Int, _ fields: String, _ body: String = "") -> Self {
        Self(name, status, "POST / HTTP/1.1\r\nHost: x\r\n\(fields)\r\n\r\n\(body)")
    }

    /// Limits are 1,000 bytes for the head and for the body.
    static let all = [
        Self("no version", 400, "GET /\r\n\r\n"),
        Self("two spaces", 400, "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"),
        Self("a method that is no token", 400, "G(T / HTTP/1.1\r\nHost: x\r\n\r\n"),
        Self("another version", 505, "GET / HTTP/2.0\r\nHost: x\r\n\r\n"),
        Self("lines without CR", 400, "GET / HTTP/1.1\nHost: x\n\r\n\r\n"),
        Self("no Host", 400, "GET / HTTP/1.1\r\n\r\n"),
        Self("a head that ends early", 400, "GET / HTTP/1.1\r\nHost: x\r\n"),
        Self(
            "a head that is too large", 431,
            "GET / HTTP/1.1\r\nA: \(String(repeating: "b", count: 2000))\r\n\r\n"),
        Self("a head without an end", 431, String(repeating: "b", count: 5000)),
        post("two Hosts", 400, "Host: y"),
        post("a space before the colon", 400, "A : b"),
        post("a folded line", 400, "A: b\r\n c"),
        post("a NUL", 400, "A: b\0c"),
        post("a negative length", 400, "Content-Length: -1"),
        post("two lengths", 400, "Content-Length: 1\r\nContent-Length: 2", "ab"),
        post("a length beside chunks", 400, "Content-Length: 1\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
        post("another coding", 501, "Transfer-Encoding: gzip, chunked"),
        post("a chunk without a size", 400, "Transfer-Encoding: chunked", "five\r\nhello"),
        post("a chunk longer than its size", 400, "Transfer-Encoding: chunked", "2\r\nhello\r\n0\r\n\r\n"),
        post("a chunk of many digits", 400, "Transfer-Encoding: chunked", "fffffffff\r\n"),
        post("chunks that are too large", 413, "Transfer-Encoding: chunked", "7d0\r\n"),
        post("a length that is too large", 413, "Content-Length: 1001"),
        post("a length beyond numbers", 413, "Content-Length: 99999999999999999999"),
        post("a length that is too large, announced", 413, "Expect: 100-continue\r\nContent-Length: 1001"),
    ]
}
