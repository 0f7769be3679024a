import LoopbackHTTP
import SignalTransport
import SignalWire
import Synchronization

/// A collector on loopback that answers by a script, the last answer again and again, and keeps what it was sent.
final class FakeCollector: Sendable {
    private struct State {
        var script: [HTTPResponse]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    init(_ script: [HTTPResponse]) { state = Mutex(State(script: script)) }

    /// What was sent so far.
    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    /// The bodies that were sent so far, decompressed.
    var bodies: [[UInt8]] {
        requests.map { request in
            guard request.headers["Content-Encoding"] == "gzip" else { return request.body }
            return gunzip(request.body, maximumSize: 64 << 20) ?? []
        }
    }

    @Sendable private func respond(to request: HTTPRequest) async -> HTTPResponse {
        state.withLock { state in
            state.requests.append(request)
            return state.script.count > 1
                ? state.script.removeFirst() : state.script.first ?? HTTPResponse(200)
        }
    }

    /// Runs `body` with a collector listening on a port.
    static func run(
        _ script: [HTTPResponse] = [HTTPResponse(200)],
        body: (_ endpoint: String, _ collector: FakeCollector) async throws -> Void
    ) async throws {
        let collector = FakeCollector(script)
        var limits = LoopbackServer.Limits()
        limits.body = 64 << 20
        limits.arrival = .seconds(300)
        limits.departure = .seconds(300)
        try await LoopbackServer.run(limits: limits, handler: collector.respond) { server in
            try await body("http://127.0.0.1:\(server.port)", collector)
        }
    }
}

/// A protobuf message from its fields; for answers.
func message(_ fields: (inout ProtobufWriter) -> Void) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65_536) { memory, count in
        guard let base = memory.baseAddress else { return }
        var writer = ProtobufWriter(start: base, capacity: memory.count)
        fields(&writer)
        count = writer.count
    }
}

/// An `ExportLogsServiceResponse` with a partial success.
func partialSuccess(rejected: UInt64, _ text: String) -> [UInt8] {
    message { writer in
        let partial = writer.beginMessage(1)
        writer.varintField(1, rejected)
        writer.stringField(2, text)
        writer.endMessage(partial)
    }
}

/// A `google.rpc.Status`.
func status(_ text: String) -> [UInt8] {
    message { writer in
        writer.varintField(1, 3)
        writer.stringField(2, text)
    }
}

extension HTTPResponse {
    /// An answer in protobuf.
    static func protobuf(_ status: Int, _ body: [UInt8] = []) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "application/x-protobuf"], body: body)
    }
}
