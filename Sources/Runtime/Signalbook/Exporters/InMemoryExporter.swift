public import SignalVocabulary
import Synchronization

/// Keeps events and snapshots of metrics as values, for tests and for a look at what was exported last.
///
/// Bounded: when it is full, the oldest make room. It does not show what an app *tracked* before sampling and shipping; for
/// that, `SignalbookTesting` has a recorder.
public final class InMemoryExporter: Exporter {
    private struct State {
        var signals: [RecordedSignal] = []
        /// How many at the front of `signals` have made room already.
        var removed = 0
        var discardedCount = 0
        var snapshots: [MetricSnapshot] = []
    }

    /// `in-memory`.
    public let name = "in-memory"
    /// What it takes.
    public let kinds: Set<SignalKind>
    /// The most events that are kept.
    public let capacity: Int
    /// The most snapshots that are kept.
    private static let maximumSnapshots = 100
    private let state = Locked(State())

    /// An exporter that keeps the last `capacity` events, at least one, and the last 100 snapshots.
    ///
    /// - Parameter kinds: what it takes; events are log records.
    public init(capacity: Int = 10_000, kinds: Set<SignalKind> = [.logs]) {
        self.capacity = max(capacity, 1)
        self.kinds = kinds
    }

    /// The snapshots that are kept, oldest first.
    public var snapshots: [MetricSnapshot] { state.withLock { $0.snapshots } }

    /// What is kept, oldest first.
    public var signals: [RecordedSignal] { state.withLock { Array($0.signals[$0.removed...]) } }

    /// How many events have made room for others.
    public var discardedCount: Int { state.withLock { $0.discardedCount } }

    /// Forgets everything.
    public func removeAll() { state.withLock { $0 = State() } }

    /// Keeps the snapshot.
    public func export(_ snapshot: MetricSnapshot) async -> ExportResult {
        state.withLock { state in
            if state.snapshots.count >= Self.maximumSnapshots { state.snapshots.removeFirst() }
            state.snapshots.append(snapshot)
        }
        return .delivered
    }

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
