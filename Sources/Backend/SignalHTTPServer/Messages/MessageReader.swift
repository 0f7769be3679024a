/// Takes messages off a connection, piece by piece; bytes beyond a message stay for the next one.
struct MessageReader {
    /// How much of a message is taken before it is refused, in bytes.
    struct Bounds: Sendable, Hashable {
        var head: Int
        var body: Int
    }

    private let socket: Socket
    private var buffer: [UInt8] = []
    private var position = 0

    init(_ socket: Socket) { self.socket = socket }

    /// Whether bytes of a next message are already here.
    var hasBytes: Bool { position < buffer.count }

    /// Waits for the first byte of a message; false: the peer is done, and nothing was cut off.
    mutating func waitForMessage(until deadline: Deadline) throws(SocketError) -> Bool {
        if hasBytes { return true }
        return try fill(until: deadline)
    }

    /// The bytes before the empty line that ends a head; the empty line is taken as well.
    mutating func head(_ bounds: Bounds, until deadline: Deadline) throws -> ArraySlice<UInt8> {
        // RFC 9112 section 2.2: an empty line or two before the start line is forgiven.
        while try peek(2, until: deadline).elementsEqual([0x0D, 0x0A]) { position += 2 }
        var searched = position
        while true {
            if let end = endOfHead(from: searched) {
                guard end - position <= bounds.head else { throw HTTPError(431, "the head is too large") }
                defer { position = end + 4 }
                return buffer[position..<end]
            }
            guard buffer.count - position <= bounds.head else {
                throw HTTPError(431, "the head is too large")
            }
            searched = max(position, buffer.count - 3) - position
            guard try fill(until: deadline) else { throw HTTPError(400, "the head ends early") }
            searched += position
        }
    }

    /// The body that the framing announces.
    mutating func body(_ framing: HTTPHead.Framing, _ bounds: Bounds, until deadline: Deadline) throws
        -> [UInt8]
    {
        switch framing {
        case .none: return []
        case .length(let count):
            guard count <= bounds.body else { throw HTTPError(413, "the body is too large") }
            return Array(try take(count, until: deadline))
        case .chunked: return try chunks(bounds, until: deadline)
        }
    }

    /// Everything up to the end of the connection: the body of a response that says no length.
    mutating func rest(_ bounds: Bounds, until deadline: Deadline) throws -> [UInt8] {
        while try fill(until: deadline) {
            guard buffer.count - position <= bounds.body else {
                throw HTTPError(413, "the body is too large")
            }
        }
        defer { position = buffer.count }
        return Array(buffer[position...])
    }

    /// RFC 9112 section 7.1. Extensions and trailers are read over.
    private mutating func chunks(_ bounds: Bounds, until deadline: Deadline) throws -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let line = try line(until: deadline).prefix { $0 != 0x3B }
            let digits = String(decoding: line, as: UTF8.self).prefix { $0 != " " && $0 != "\t" }
            guard !digits.isEmpty, digits.utf8.count <= 8, digits.allSatisfy(\.isHexDigit),
                let size = Int(digits, radix: 16)
            else { throw HTTPError(400, "a chunk's size is no number") }
            if size == 0 { break }
            guard body.count + size <= bounds.body else { throw HTTPError(413, "the body is too large") }
            body += try take(size, until: deadline)
            guard try take(2, until: deadline).elementsEqual([0x0D, 0x0A]) else {
                throw HTTPError(400, "a chunk is longer than its size")
            }
        }
        var trailer = 0
        while case let line = try line(until: deadline), !line.isEmpty {
            trailer += line.count
            guard trailer <= bounds.head else { throw HTTPError(431, "the trailer is too large") }
        }
        return body
    }

    /// One line of a chunked body's skeleton, at most 4,096 bytes, without its end.
    private mutating func line(until deadline: Deadline) throws -> ArraySlice<UInt8> {
        var length = 0
        while true {
            let available = buffer[(position + length)...]
            if let end = available.firstIndex(of: 0x0A) {
                guard end > position, buffer[end - 1] == 0x0D else {
                    throw HTTPError(400, "a line ends without CR")
                }
                defer { position = end + 1 }
                return buffer[position..<(end - 1)]
            }
            length += available.count
            guard length <= 4096 else { throw HTTPError(400, "a chunk's line is too long") }
            guard try fill(until: deadline) else { throw HTTPError(400, "the body ends early") }
        }
    }

    private mutating func take(_ count: Int, until deadline: Deadline) throws -> ArraySlice<UInt8> {
        while buffer.count - position < count {
            guard try fill(until: deadline) else { throw HTTPError(400, "the body ends early") }
        }
        defer { position += count }
        return buffer[position..<(position + count)]
    }

    /// The next bytes without taking them; fewer at the end of the connection.
    private mutating func peek(_ count: Int, until deadline: Deadline) throws -> ArraySlice<UInt8> {
        while buffer.count - position < count, try fill(until: deadline) {}
        return buffer[position..<min(buffer.count, position + count)]
    }

    private func endOfHead(from start: Int) -> Int? {
        guard buffer.count - start >= 4 else { return nil }
        var index = start
        while index + 3 < buffer.count {
            if buffer[index] == 0x0D, buffer[index + 1] == 0x0A, buffer[index + 2] == 0x0D,
                buffer[index + 3] == 0x0A
            {
                return index
            }
            index += 1
        }
        return nil
    }

    /// Receives more, after forgetting what was taken; false at the end of the connection.
    private mutating func fill(until deadline: Deadline) throws(SocketError) -> Bool {
        if position == buffer.count {
            buffer.removeAll(keepingCapacity: true)
            position = 0
        } else if position > 65536 {
            buffer.removeFirst(position)
            position = 0
        }
        let bytes = try socket.receive(until: deadline)
        buffer += bytes
        return !bytes.isEmpty
    }
}
