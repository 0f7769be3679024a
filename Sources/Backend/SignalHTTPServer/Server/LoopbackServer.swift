import Dispatch
import Foundation

/// An HTTP/1.1 server on 127.0.0.1, for programs that show something and for tests.
///
/// Connections stay open between requests. Each has a thread of its own, so blocking on it costs the cooperative pool
/// nothing; there are at most ``Limits/connections`` of these, and a connection more is answered 503. The handler runs as a task.
/// A request that is no proper one is answered by the server itself: 400, 408, 413, 431, 501 or 505.
///
/// Not for strangers: no TLS, nothing but loopback, bodies in memory.
package final class LoopbackServer: Sendable {
    /// What a request is answered by.
    package typealias Handler = @Sendable (HTTPRequest) async -> HTTPResponse

    /// How much the server takes, and how long it waits.
    package struct Limits: Sendable, Hashable {
        /// The longest request line with header fields, in bytes.
        package var head = 16 * 1024
        /// The longest body, in bytes.
        package var body = 4 * 1024 * 1024
        /// The most connections at a time.
        package var connections = 64
        /// How long a connection may be idle between requests.
        package var idle: Duration = .seconds(300)
        /// How long a request may take to arrive, from its first byte to its last.
        package var arrival: Duration = .seconds(60)
        /// How long sending a response may take.
        package var departure: Duration = .seconds(60)

        /// Limits that suit a demonstration.
        package init() {}
    }

    private let core: ServerCore

    /// Starts listening on the port of 127.0.0.1; 0: on one that the system chooses.
    ///
    /// Throws ``SocketError``, `addressInUse` when somebody else listens there.
    package init(port: Int = 0, limits: Limits = Limits(), handler: @escaping Handler) throws(SocketError) {
        core = ServerCore(listener: try Listener(port: port), limits: limits, handler: handler)
        core.start()
    }

    deinit { core.abort() }

    /// The port, also when the system chose it.
    package var port: Int { core.listener.port }

    /// Stops: accepts nothing more, closes idle connections, lets requests that are being served end within `grace`, then
    /// cancels their handlers and closes their connections, whatever the handlers do.
    ///
    /// Returns after `grace` and a second at the latest; true if no request was cut off.
    @discardableResult
    package func stop(grace: Duration = .seconds(2)) async -> Bool {
        core.beginStop()
        if await core.drained(within: grace) { return true }
        core.abort()
        _ = await core.drained(within: .seconds(1))
        return false
    }

    /// Runs `body` with a server, and stops it afterwards.
    package static func run(
        port: Int = 0, limits: Limits = Limits(), handler: @escaping Handler,
        body: (LoopbackServer) async throws -> Void
    ) async throws {
        let server = try LoopbackServer(port: port, limits: limits, handler: handler)
        do {
            try await body(server)
            await server.stop(grace: .milliseconds(500))
        } catch {
            await server.stop(grace: .zero)
            throw error
        }
    }
}
