import SignalHTTPServer
import Signalbook

/// Answers one request after the other by a script, the last answer again and again, and keeps what it was sent.
final class ScriptedServer: Sendable {
    private struct State {
        var script: [HTTPResponse]
        var requests: [HTTPRequest] = []
    }

    private let state: Locked<State>

    init(_ script: [HTTPResponse]) { state = Locked(State(script: script)) }

    /// What was sent so far.
    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    @Sendable func respond(to request: HTTPRequest) async -> HTTPResponse {
        state.withLock { state in
            state.requests.append(request)
            return state.script.count > 1
                ? state.script.removeFirst() : state.script.first ?? HTTPResponse(200)
        }
    }

    /// Runs `body` with the server listening on a port.
    static func run(
        _ script: [HTTPResponse], arrival: Duration = .seconds(300),
        body: (_ port: Int, _ server: ScriptedServer) async throws -> Void
    ) async throws {
        let server = ScriptedServer(script)
        var limits = LoopbackServer.Limits()
        limits.body = 32 << 20
        limits.arrival = arrival
        limits.departure = .seconds(300)
        try await LoopbackServer.run(limits: limits, handler: server.respond) {
            try await body($0.port, server)
        }
    }
}
