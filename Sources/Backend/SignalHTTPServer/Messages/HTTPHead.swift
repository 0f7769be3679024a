/// The start line and header fields of a message: text between the connection and the two kinds of message.
struct HTTPHead: Sendable, Hashable {
    /// The three parts of the start line, as written.
    var start: (String, String, String) { (parts[0], parts[1], parts[2]) }
    /// The header fields.
    var headers: HTTPHeaders

    private var parts: [String]

    /// Whether the message's sender speaks HTTP/1.1, where connections stay open unless said otherwise.
    private(set) var isVersion11: Bool

    /// How the body's end is found (RFC 9112 section 6.3).
    enum Framing: Sendable, Hashable {
        case none
        case length(Int)
        case chunked
    }

    /// The head of a request in the bytes before the empty line. Throws ``HTTPError``.
    static func request(_ bytes: ArraySlice<UInt8>) throws(HTTPError) -> HTTPHead {
        let lines = try lines(of: bytes)
        let parts = lines[0].split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 3, isToken(parts[0]), !parts[1].isEmpty,
            parts[1].allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw HTTPError(400, "the request line is not: method, target, version") }
        let version = String(decoding: parts[2], as: UTF8.self)
        guard version.utf8.count == 8, version.hasPrefix("HTTP/") else {
            throw HTTPError(400, "the request line does not end with a version")
        }
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
            throw HTTPError(505, "the version is not 1.1 or 1.0")
        }
        let head = HTTPHead(
            headers: try fields(of: lines.dropFirst()),
            parts: parts.map { String(decoding: $0, as: UTF8.self) },
            isVersion11: version == "HTTP/1.1")
        // RFC 9112 section 3.2: exactly one Host in a request of HTTP/1.1.
        let hosts = head.headers.values(of: "Host").count
        guard hosts == 1 || (hosts == 0 && !head.isVersion11) else {
            throw HTTPError(400, "not exactly one Host")
        }
        return head
    }

    /// The head of a response in the bytes before the empty line. Throws ``HTTPError``.
    static func response(_ bytes: ArraySlice<UInt8>) throws(HTTPError) -> (status: Int, head: HTTPHead) {
        let lines = try lines(of: bytes)
        let parts = lines[0].split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count >= 2, parts[0] == "HTTP/1.1" || parts[0] == "HTTP/1.0", let status = Int(parts[1]),
            (100...599).contains(status)
        else { throw HTTPError(502, "the status line is not: version, status, reason") }
        let head = HTTPHead(
            headers: try fields(of: lines.dropFirst()),
            parts: [parts[0], parts[1], parts.count > 2 ? parts[2] : ""],
            isVersion11: parts[0] == "HTTP/1.1")
        return (status, head)
    }

    /// Whether the connection may be used again after this message (RFC 9112 section 9.3).
    var keepsAlive: Bool {
        if headers.contains(token: "close", in: "Connection") { return false }
        return isVersion11 || headers.contains(token: "keep-alive", in: "Connection")
    }

    /// How the body's end is found; nil: nothing says. Throws ``HTTPError`` when it is said twice, differently, or in another coding.
    func framing() throws(HTTPError) -> Framing? {
        let lengths = headers.values(of: "Content-Length")
        let codings = headers.values(of: "Transfer-Encoding")
        if !codings.isEmpty {
            // RFC 9112 section 6.3 lets a server refuse both together, for that is how requests are smuggled.
            guard lengths.isEmpty else { throw HTTPError(400, "Content-Length beside Transfer-Encoding") }
            guard codings.count == 1, codings[0].lowercased() == "chunked" else {
                throw HTTPError(501, "a transfer coding other than chunked")
            }
            return .chunked
        }
        guard let first = lengths.first else { return nil }
        guard lengths.allSatisfy({ $0 == first }), !first.isEmpty,
            first.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw HTTPError(400, "the Content-Length is no number") }
        guard let length = Int(first) else { throw HTTPError(413, "the Content-Length is too large") }
        return .length(length)
    }

    private static func lines(of bytes: ArraySlice<UInt8>) throws(HTTPError) -> [ArraySlice<UInt8>] {
        // Split at LF, then each line must have had its CR and hold none of either: no leniency that two readers could differ in.
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for index in lines.indices.dropLast() {
            guard lines[index].last == 0x0D else { throw HTTPError(400, "a line ends without CR") }
            lines[index].removeLast()
        }
        for line in lines where line.contains(where: { $0 == 0x0D || $0 == 0 }) {
            throw HTTPError(400, "a control character in the head")
        }
        return lines
    }

    private static func fields(of lines: ArraySlice<ArraySlice<UInt8>>) throws(HTTPError) -> HTTPHeaders {
        var headers = HTTPHeaders()
        for line in lines {
            guard let colon = line.firstIndex(of: 0x3A), isToken(line[..<colon]) else {
                throw HTTPError(400, "a header line is not: name, colon, value")
            }
            var value = line[line.index(after: colon)...]
            while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
            while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
            headers.add(
                String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
        }
        return headers
    }

    /// Whether the bytes are a token of RFC 9110 section 5.6.2.
    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
                default: false
                }
            }
    }
}
