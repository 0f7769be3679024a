/// Where the metrics come from that are exported: each source adds its own to a snapshot.
final class MetricSources: Sendable {
    /// Adds metrics to a snapshot, with values since its start time. Called on the thread of an exporter; it must be quick and wait for nothing.
    typealias Source = @Sendable (inout MetricSnapshot) -> Void

    private let start = wallClock()
    private let sources = Locked<[Source]>([])

    /// Adds a source.
    func add(_ source: @escaping Source) { sources.withLock { $0.append(source) } }

    /// All metrics as they are now.
    func collect() -> MetricSnapshot {
        var snapshot = MetricSnapshot(unixNanoseconds: max(wallClock(), start), startUnixNanoseconds: start)
        // Out of the lock, because a source takes locks of its own.
        for source in sources.withLock({ $0 }) { source(&snapshot) }
        return snapshot
    }
}
