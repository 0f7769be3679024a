import Synchronization

/// Wakes the deliveries when there is something to do, at no cost to those who track while all of them are awake.
///
/// Protocol: before it sleeps without a time limit, a delivery sets ``isAwaited`` and then looks at the buffer once more, which takes
/// and releases every lane's lock. A tracker reads ``isAwaited`` while it holds its lane. So either the delivery sees the tracker's
/// record, or the tracker sees that it is awaited. Whoever is woken for nothing goes back to sleep and sets it again.
final class Wakeup: Sendable {
    /// Whether a delivery sleeps until somebody signals.
    let isAwaited = Atomic<Bool>(false)

    /// How many segments were full so far, so that waiting for a batch to fill would lose events.
    let urgency = Atomic<Int>(0)

    /// NOTE: a function on its own behind a lock would be wrapped once more by every look at it, for ever: `inout` of a generic value
    /// converts a function on its way in and out.
    private struct State {
        var sleepers: [Sleeper] = []
        var whenFull: (@Sendable () -> Void)?
    }

    private let state = Locked(State())

    /// Whether it was said that a segment is full, and nobody has looked since.
    private let isFullUnseen = Atomic<Bool>(false)

    /// Adds one to those that are woken.
    func add(_ sleeper: Sleeper) { state.withLock { $0.sleepers.append(sleeper) } }

    /// Calls `action`, on a thread that tracks, when a segment is full: it must be quick.
    ///
    /// Then not again before ``lookAtFull()``: with a full ring every event is such an occasion, and whoever is to act on it may be busy.
    func whenFull(_ action: @escaping @Sendable () -> Void) { state.withLock { $0.whenFull = action } }

    /// Somebody is about to see what there is to be done about full segments.
    func lookAtFull() { isFullUnseen.store(false, ordering: .sequentiallyConsistent) }

    /// Says that a segment is full, and wakes the deliveries.
    func signalFull() {
        urgency.add(1, ordering: .relaxed)
        if !isFullUnseen.exchange(true, ordering: .sequentiallyConsistent) {
            state.withLock { $0.whenFull }?()
        }
        signal()
    }

    /// Wakes the deliveries.
    func signal() {
        isAwaited.store(false, ordering: .relaxed)
        for sleeper in state.withLock({ $0.sleepers }) { sleeper.wake() }
    }
}
