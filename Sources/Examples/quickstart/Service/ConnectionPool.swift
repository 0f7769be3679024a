import Signalbook

/// A limited number of connections to the pretended database.
actor ConnectionPool {
    /// A connection in use.
    struct Connection: Sendable {
        fileprivate let acquired: ContinuousClock.Instant
    }

    private let size: Int
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(size: Int) {
        self.size = size
        free = size
    }

    /// A connection, as soon as one is free.
    func acquire() async -> Connection {
        let start = ContinuousClock.now
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
        let now = ContinuousClock.now
        Telemetry.track(.databaseConnectionAcquired(poolSize: size, waitTime: now - start))
        return Connection(acquired: now)
    }

    /// Gives the connection to the task that waits longest.
    func release(_ connection: Connection) {
        Telemetry.track(
            .databaseConnectionReleased(connectionDuration: .now - connection.acquired, queriesExecuted: 1))
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
