import Foundation
import Signalbook

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
