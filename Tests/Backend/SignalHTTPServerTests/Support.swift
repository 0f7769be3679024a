import SignalHTTPServer

/// Answers what was asked: method, path, query, the field `X-Case`, body.
@Sendable func echo(_ request: HTTPRequest) async -> HTTPResponse {
    let body = String(decoding: request.body, as: UTF8.self)
    return .text(
        200,
        "\(request.method) \(request.path) [\(request.query ?? "-")] \(request.headers["x-case"] ?? "-") \(body)"
    )
}

/// A server on a port below those that systems choose from, so that no other test's server is given it once this one has stopped,
/// and with it what is sent here too late.
func serverOfItsOwnPort(handler: @escaping LoopbackServer.Handler = echo) throws -> LoopbackServer {
    while true {
        do throws(SocketError) {
            return try LoopbackServer(port: .random(in: 10_240..<32_768), handler: handler)
        } catch  where error.code == .addressInUse {}
    }
}

/// A response's body as text.
func text(_ response: HTTPResponse) -> String { String(decoding: response.body, as: UTF8.self) }

/// Limits that allow no second connection, and let the first one stay however slow the machine is.
let oneConnection: LoopbackServer.Limits = {
    var limits = LoopbackServer.Limits()
    limits.connections = 1
    limits.idle = .seconds(3600)
    return limits
}()
