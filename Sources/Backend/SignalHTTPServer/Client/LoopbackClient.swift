import Dispatch
import Synchronization

/// A client for one server on 127.0.0.1 that keeps its connection open; several at a time need several clients.
///
/// Requests go out one after another in the order of the calls, and block a queue of the client's own.
package final class LoopbackClient: Sendable {
    /// Where the server listens.
    package let port: Int
    /// How long a request with its response may take.
    ///
    /// By default so long that a busy machine does not reach it: a handler is a task, and waits for its turn among all others.
    package let timeout: Duration

    private let queue = DispatchQueue(label: "loopback-http-client")
    private let connection = Mutex<Connection?>(nil)

    private struct Connection: Sendable {
        var socket: Socket
        var reader: MessageReader
        /// Whether a response came over it before; the server may have closed such a one meanwhile.
        var isUsed = false
    }

    /// A client of the server on that port; connects with the first request.
    package init(port: Int, timeout: Duration = .seconds(120)) {
        self.port = port
        self.timeout = timeout
    }

    /// Sends the request and returns the response. Throws ``SocketError`` or ``HTTPError``.
    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await onQueue { try self.exchange(request) }
    }

    /// Sends bytes as they are over a connection of their own and returns whatever comes back until it is closed.
    ///
    /// With `thenEnd` the server is told that no more will come.
    package func send(raw text: String, thenEnd: Bool = false) async throws -> String {
        try await onQueue {
            let deadline = Deadline.now + self.timeout
            let socket = try Socket.connect(port: self.port)
            defer { socket.close() }
            try socket.send(text.utf8, until: deadline)
            if thenEnd { socket.shutdown(.writing) }
            var answer: [UInt8] = []
            while case let bytes = try socket.receive(until: deadline), !bytes.isEmpty { answer += bytes }
            return String(decoding: answer, as: UTF8.self)
        }
    }

    /// Closes the connection; the next request opens another.
    package func close() {
        connection.withLock { connection in
            connection?.socket.close()
            connection = nil
        }
    }

    private func onQueue<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws
        -> Result
    {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }

    private func exchange(_ request: HTTPRequest) throws -> HTTPResponse {
        try connection.withLock { slot in
            let deadline = Deadline.now + timeout
            var connection = try slot ?? open()
            slot = nil
            do {
                return try exchange(request, over: &connection, keepingIn: &slot, until: deadline)
            } catch let error as SocketError where connection.isUsed && error.code == .closed {
                // RFC 9112 section 9.3.1: an idle connection may be closed at any time. Once more, over a new one.
                connection = try open()
                return try exchange(request, over: &connection, keepingIn: &slot, until: deadline)
            }
        }
    }

    private func open() throws(SocketError) -> Connection {
        let socket = try Socket.connect(port: port)
        return Connection(socket: socket, reader: MessageReader(socket))
    }

    private func exchange(
        _ request: HTTPRequest, over connection: inout Connection, keepingIn slot: inout Connection?,
        until deadline: Deadline
    ) throws -> HTTPResponse {
        try connection.socket.send(bytes(of: request), until: deadline)
        guard try connection.reader.waitForMessage(until: deadline) else { throw SocketError(.closed) }

        let bounds = MessageReader.Bounds(head: 64 * 1024, body: 64 * 1024 * 1024)
        var (status, head) = try HTTPHead.response(try connection.reader.head(bounds, until: deadline))
        while (100..<200).contains(status) {
            (status, head) = try HTTPHead.response(try connection.reader.head(bounds, until: deadline))
        }
        var response = HTTPResponse(status, headers: head.headers)
        if request.method == "HEAD" || response.isBodiless {
            response.body = []
        } else if let framing = try head.framing() {
            response.body = try connection.reader.body(framing, bounds, until: deadline)
        } else {
            response.body = try connection.reader.rest(bounds, until: deadline)
            return response
        }
        connection.isUsed = true
        if head.keepsAlive { slot = connection }
        return response
    }

    private func bytes(of request: HTTPRequest) -> [UInt8] {
        var head = "\(request.method) \(request.target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        for field in request.headers.fields { head += "\(field.name): \(field.value)\r\n" }
        if !request.body.isEmpty || request.method == "POST" || request.method == "PUT" {
            head += "Content-Length: \(request.body.count)\r\n"
        }
        return Array((head + "\r\n").utf8) + request.body
    }
}
