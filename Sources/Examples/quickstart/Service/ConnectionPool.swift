import Signalbook

/// Connections to the pretended database, so many and no more.
actor ConnectionPool {
    /// A connection that somebody holds.
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

    /// A connection, as soon as there is one.
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

    /// Gives it to whoever waits longest.
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
