import Dispatch
import Synchronization

/// One connection: reads a request, has it handled, sends the response, and so on until either side is done.
final class ServerConnection: Sendable {
    private let socket: Socket
    /// The core holds this connection too, until its thread ends.
    private let core: ServerCore

    private enum Phase {
        /// Waiting for a request, or reading one.
        case reading
        /// A handler works on it, or its response is being sent.
        case answering(Task<Void, Never>, Slot)
        /// Given up by the server.
        case aborted
    }

    private let phase = Mutex(Phase.reading)

    init(socket: Socket, core: ServerCore) {
        self.socket = socket
        self.core = core
    }

    private var limits: LoopbackServer.Limits { core.limits }

    /// Serves requests until the connection ends; blocks its thread.
    func run() {
        defer { socket.close() }
        var reader = MessageReader(socket)
        do {
            while !core.isStopping, try reader.waitForMessage(until: .now + limits.idle) {
                guard try serveRequest(&reader) else { return }
            }
        } catch let error as HTTPError {
            try? send(.text(error.status, error.reason + "\n"), toHEAD: false, keepsAlive: false)
            linger(&reader)
        } catch let error as SocketError where error.code == .timedOut && reader.hasBytes {
            try? send(.text(408, "the request did not arrive in time\n"), toHEAD: false, keepsAlive: false)
        } catch {
            // The caller left, or was idle for too long: nobody to tell.
        }
    }

    /// Answers 503 without reading anything: the server is full or stopping.
    func refuse() {
        // It fits into the new connection's empty buffer, so this does not wait; the limit is for a thread that gets no processor.
        try? socket.send(
            Self.bytes(of: .text(503, "too many connections\n"), toHEAD: false, keepsAlive: false),
            until: .now + limits.departure)
        socket.shutdown(.writing)
        socket.close()
    }

    /// Ends the connection after the request that is being served; at once when there is none.
    func finish() {
        phase.withLock { if case .reading = $0 { socket.shutdown(.reading) } }
    }

    /// Ends the connection at once; a handler that is at work is cancelled and not waited for.
    func abort() {
        let phase = phase.withLock { phase in
            defer { phase = .aborted }
            return phase
        }
        socket.shutdown(.both)
        guard case .answering(let task, let slot) = phase else { return }
        task.cancel()
        slot.fill(nil)
    }

    /// Serves one request; false: the connection is to be closed.
    private func serveRequest(_ reader: inout MessageReader) throws -> Bool {
        let deadline = Deadline.now + limits.arrival
        let bounds = MessageReader.Bounds(head: limits.head, body: limits.body)
        let head = try HTTPHead.request(try reader.head(bounds, until: deadline))
        let framing = try head.framing() ?? .none
        // RFC 9110 section 10.1.1: whoever expects to be told to go on waits for it before sending the body.
        if head.headers.contains(token: "100-continue", in: "Expect"), head.isVersion11 {
            if case .length(let count) = framing, count > limits.body {
                throw HTTPError(413, "the body is too large")
            }
            try socket.send("HTTP/1.1 100 Continue\r\n\r\n".utf8, until: deadline)
        }
        let body = try reader.body(framing, bounds, until: deadline)
        let request = HTTPRequest(
            head.start.0, head.start.1, headers: head.headers, body: body, remoteAddress: "127.0.0.1")

        guard let response = handle(request) else { return false }
        defer { phase.withLock { if case .answering = $0 { $0 = .reading } } }
        let keepsAlive = head.keepsAlive && !core.isStopping
        switch response.delivery {
        case .whole:
            try send(response, toHEAD: request.method == "HEAD", keepsAlive: keepsAlive)
            return keepsAlive
        case .raw(let bytes):
            try socket.send(bytes, until: .now + limits.departure)
        case .truncated(let bodyBytes):
            let bytes = Self.bytes(of: response, toHEAD: false, keepsAlive: keepsAlive)
            try socket.send(
                bytes.dropLast(max(0, response.body.count - bodyBytes)), until: .now + limits.departure)
        case .trickling(let size, let pause):
            let bytes = Self.bytes(of: response, toHEAD: request.method == "HEAD", keepsAlive: keepsAlive)
            let size = max(1, size)
            for start in stride(from: 0, to: bytes.count, by: size) {
                if start > 0, hasPeerLeft(within: pause) { return false }
                try socket.send(bytes[start...].prefix(size), until: .now + limits.departure)
            }
            return keepsAlive
        case .never:
            // Nothing that stopping gracefully would wait for.
            phase.withLock { if case .answering = $0 { $0 = .reading } }
            if core.isStopping { return false }
            while !hasPeerLeft(within: .seconds(3600)) {}
        case .reset:
            socket.reset()
        }
        return false
    }

    /// The handler's response; nil when the server gave up waiting for it.
    private func handle(_ request: HTTPRequest) -> HTTPResponse? {
        let slot = Slot()
        let handler = core.handler
        let isStarted = phase.withLock { phase in
            if case .aborted = phase { return false }
            // Somebody waits for this one on a blocked thread: before tasks that nobody waits for.
            phase = .answering(Task(priority: .high) { slot.fill(await handler(request)) }, slot)
            return true
        }
        return isStarted ? slot.wait() : nil
    }

    private func send(_ response: HTTPResponse, toHEAD: Bool, keepsAlive: Bool) throws(SocketError) {
        try socket.send(
            Self.bytes(of: response, toHEAD: toHEAD, keepsAlive: keepsAlive), until: .now + limits.departure)
    }

    /// Waits; true: the caller closed the connection or the server is aborting meanwhile.
    private func hasPeerLeft(within time: Duration) -> Bool {
        do {
            // Bytes of a next request would be lost; whoever scripts such answers does not pipeline.
            return try socket.receive(until: .now + time).isEmpty
        } catch {
            return error.code != .timedOut
        }
    }

    /// Reads on for a moment after an early refusal: closing with unread bytes would reset the connection and may take
    /// the answer away from the caller before it is read (RFC 9112 section 9.6).
    private func linger(_ reader: inout MessageReader) {
        socket.shutdown(.writing)
        _ = try? reader.rest(
            MessageReader.Bounds(head: 0, body: 4 * 1024 * 1024), until: .now + .milliseconds(250))
    }

    private static func bytes(of response: HTTPResponse, toHEAD: Bool, keepsAlive: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(response.status) \(HTTPResponse.reason(of: response.status))\r\n"
        for field in response.headers.fields { head += "\(field.name): \(field.value)\r\n" }
        if !response.isBodiless { head += "Content-Length: \(response.body.count)\r\n" }
        if !keepsAlive { head += "Connection: close\r\n" }
        return Array((head + "\r\n").utf8) + (toHEAD || response.isBodiless ? [] : response.body)
    }
}

/// Where a handler's task leaves its response for the connection's thread.
private final class Slot: Sendable {
    private let content = Mutex<HTTPResponse??>(nil)
    private let isFilled = DispatchSemaphore(value: 0)

    /// Leaves a response, or that there will be none; only the first counts.
    func fill(_ response: HTTPResponse?) {
        let isFirst = content.withLock { content in
            guard content == nil else { return false }
            content = .some(response)
            return true
        }
        if isFirst { isFilled.signal() }
    }

    /// Blocks until it is filled.
    func wait() -> HTTPResponse? {
        isFilled.wait()
        return content.withLock { $0 ?? nil }
    }
}
