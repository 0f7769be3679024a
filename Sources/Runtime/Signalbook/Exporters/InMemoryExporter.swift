import Synchronization

/// Keeps events as values, for tests and for a look at what was exported last.
///
/// Bounded: when it is full, the oldest make room. It does not show what an app *tracked* before sampling and shipping; for
/// that, `SignalbookTesting` has a recorder.
public final class InMemoryExporter: Exporter {
    private struct State {
        var signals: [RecordedSignal] = []
        /// How many at the front of `signals` have made room already.
        var removed = 0
        var discardedCount = 0
    }

    /// `in-memory`.
    public let name = "in-memory"
    /// The most events that are kept.
    public let capacity: Int
    private let state = Locked(State())

    /// An exporter that keeps the last `capacity` events, at least one.
    public init(capacity: Int = 10_000) { self.capacity = max(capacity, 1) }

    /// What is kept, oldest first.
    public var signals: [RecordedSignal] { state.withLock { Array($0.signals[$0.removed...]) } }

    /// How many events have made room for others.
    public var discardedCount: Int { state.withLock { $0.discardedCount } }

    /// Forgets everything.
    public func removeAll() { state.withLock { $0 = State() } }

    /// Keeps the batch's events.
    public func export(_ batch: RecordBatch) async -> ExportResult {
        let (signals, malformed) = batch.decoded()
        state.withLock { state in
            state.signals.append(contentsOf: signals)
            let excess = max(state.signals.count - state.removed - capacity, 0)
            state.removed += excess
            state.discardedCount += excess
            // Moved up only once in a while, so that each event is moved once on average.
            guard state.removed > capacity else { return }
            state.signals.removeFirst(state.removed)
            state.removed = 0
        }
        return batch.result(malformed: malformed)
    }
}
