import Dispatch
import Foundation
import Synchronization

/// What the server's threads share; it lives until the last of them ended.
final class ServerCore: Sendable {
    let listener: Listener
    let limits: LoopbackServer.Limits
    let handler: LoopbackServer.Handler

    private struct State {
        var isStopping = false
        var connections: [ObjectIdentifier: ServerConnection] = [:]
    }

    private let state = Mutex(State())
    /// Entered by every thread; empty when all of them ended.
    private let threads = DispatchGroup()

    init(listener: Listener, limits: LoopbackServer.Limits, handler: @escaping LoopbackServer.Handler) {
        self.listener = listener
        self.limits = limits
        self.handler = handler
    }

    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Starts the thread that accepts connections.
    func start() {
        startThread { core in
            while let socket = core.listener.accept() { core.serve(socket) }
            core.listener.close()
        }
    }

    /// Accepts nothing more, and closes connections that serve no request just now.
    func beginStop() {
        let connections = state.withLock { state in
            state.isStopping = true
            return Array(state.connections.values)
        }
        listener.stop()
        for connection in connections { connection.finish() }
    }

    /// Closes everything, and gives handlers up.
    func abort() {
        beginStop()
        for connection in state.withLock({ Array($0.connections.values) }) { connection.abort() }
    }

    /// Waits until every thread ended; false: the time was over first.
    func drained(within limit: Duration) async -> Bool {
        let nanoseconds =
            limit.components.seconds * 1_000_000_000 + limit.components.attoseconds / 1_000_000_000
        let deadline = DispatchTime.now() + .nanoseconds(Int(nanoseconds))
        return await withCheckedContinuation { continuation in
            // A thread of its own, for it blocks.
            Thread.detachNewThread { [threads] in
                continuation.resume(returning: threads.wait(timeout: deadline) == .success)
            }
        }
    }

    private func serve(_ socket: Socket) {
        let connection = ServerConnection(socket: socket, core: self)
        let isTaken = state.withLock { state in
            guard !state.isStopping, state.connections.count < limits.connections else { return false }
            state.connections[ObjectIdentifier(connection)] = connection
            return true
        }
        guard isTaken else { return connection.refuse() }
        startThread { core in
            connection.run()
            core.state.withLock { _ = $0.connections.removeValue(forKey: ObjectIdentifier(connection)) }
        }
    }

    private func startThread(_ body: @escaping @Sendable (ServerCore) -> Void) {
        threads.enter()
        let thread = Thread { [self] in
            body(self)
            threads.leave()
        }
        thread.name = "loopback-http"
        thread.stackSize = 512 * 1024
        thread.start()
    }
}
