import Foundation
import Signalbook

/// A session.
struct Session: Sendable {
    let id = Identifier.make("ses")
    let bundleID: String
    let provider: String
    /// The user who opened it.
    let owner: String
    let createdAt = ContinuousClock.now
    var lastActivity = Date.now
    var messageCount = 0
}

/// Where sessions are kept: a pretended database behind a pool of connections, and a cache before it.
actor SessionStore {
    private var sessions: [String: Session] = [:]
    private var configurations: Set<String> = []
    private var cachedSince: [String: ContinuousClock.Instant] = [:]
    private let pool = ConnectionPool(size: 4)

    /// How many sessions there are.
    var count: Int { sessions.count }

    /// The session, from the cache if it is there.
    func session(_ id: String) async -> Session? {
        let start = ContinuousClock.now
        let key = "session:\(id)"
        if let since = cachedSince[key], let session = sessions[id] {
            Telemetry.track(
                .cacheHit(cacheKey: key, lookupDuration: .now - start, entryAge: since.duration(to: .now)))
            return session
        }
        Telemetry.track(.cacheMiss(cacheKey: key, lookupDuration: .now - start))
        await query()
        guard let session = sessions[id] else { return nil }
        cachedSince[key] = .now
        return session
    }

    func insert(_ session: Session) async {
        await query()
        sessions[session.id] = session
    }

    func insert(configuration id: String) async {
        await query()
        configurations.insert(id)
    }

    func countMessage(of id: String) async {
        await query()
        sessions[id]?.messageCount += 1
        sessions[id]?.lastActivity = .now
    }

    func remove(_ session: Session) async {
        await query()
        sessions[session.id] = nil
        if cachedSince.removeValue(forKey: "session:\(session.id)") != nil {
            Telemetry.track(.cacheEviction(evictionReason: .invalidated, entriesEvicted: 1))
        }
    }

    /// Takes every session out, oldest first.
    func removeAll() -> [Session] {
        defer { sessions.removeAll() }
        return sessions.values.sorted { $0.createdAt < $1.createdAt }
    }

    /// What a query costs: a connection, and a moment.
    private func query() async {
        let connection = await pool.acquire()
        try? await Task.sleep(for: .microseconds(200))
        await pool.release(connection)
    }
}

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

/// Makes identifiers.
enum Identifier {
    /// The prefix, an underscore, and 48 random bits.
    static func make(_ prefix: String) -> String { "\(prefix)_\(random(bits: 48))" }

    /// As many random bits, in lower-case hexadecimal.
    static func random(bits: Int) -> String {
        (0..<bits / 8).map { _ in
            let byte = UInt8.random(in: 0...255)
            return String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
