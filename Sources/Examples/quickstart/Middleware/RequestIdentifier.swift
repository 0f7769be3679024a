import SignalHTTPServer

/// What ties together everything that one request causes.
enum RequestIdentifier {
    /// The caller's own identifier if it is a proper one, else a new one of 128 random bits.
    static func of(_ request: HTTPRequest) -> String {
        if let given = request.headers["X-Request-ID"], isProper(given) { return given }
        return Identifier.random(bits: 128)
    }

    /// Whether it keeps to the pattern of `request_id` in the catalog. Callers choose it, so it is not to be trusted with more.
    static func isProper(_ text: String) -> Bool {
        // Spelt out, as an app outside of this package would write it.
        func isWord(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        guard let first = text.utf8.first, isWord(first), text.utf8.count <= 128 else { return false }
        return text.utf8.allSatisfy { isWord($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
    }
}
