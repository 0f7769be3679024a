import Dispatch
import Synchronization

/// Lets the shipper sleep until there is something to do, at no cost to those who track while it is awake.
///
/// Protocol: before it sleeps without a time limit, the shipper sets ``isAwaited`` and then looks at the account once more, which
/// takes and releases every lane's lock. A tracker reads ``isAwaited`` while it holds its lane. So either the shipper sees the
/// tracker's record, or the tracker sees that it is awaited.
final class Wakeup: Sendable {
    /// Whether the shipper sleeps until somebody signals.
    let isAwaited = Atomic<Bool>(false)

    /// Whether a segment is full, so that waiting for a batch to fill would lose events.
    let isUrgent = Atomic<Bool>(false)

    private let state = Locked(State())

    private struct State {
        var isSignalled = false
        var sleeper: CheckedContinuation<Void, Never>?
        /// Counts the sleeps, so that a timer of an earlier one wakes nobody.
        var generation = 0
    }

    /// Wakes the sleeper, or keeps the next one from sleeping.
    func signal() {
        isAwaited.store(false, ordering: .relaxed)
        let sleeper = state.withLock { state in
            let sleeper = state.sleeper
            state.sleeper = nil
            state.isSignalled = sleeper == nil
            return sleeper
        }
        sleeper?.resume()
    }

    /// Sleeps until the next signal, or for `limit` at most. One sleeper at a time.
    func wait(for limit: Duration?, on queue: DispatchQueue) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let generation: Int? = state.withLock { state in
                if state.isSignalled {
                    state.isSignalled = false
                    return nil
                }
                state.sleeper = continuation
                state.generation += 1
                return state.generation
            }
            guard let generation else { return continuation.resume() }
            guard let limit else { return }
            queue.asyncAfter(deadline: .now() + .nanoseconds(limit.wholeNanoseconds)) { [weak self] in
                self?.end(generation)
            }
        }
    }

    /// Wakes the sleeper of one sleep, if it still sleeps.
    private func end(_ generation: Int) {
        let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.generation == generation else { return nil }
            let sleeper = state.sleeper
            state.sleeper = nil
            return sleeper
        }
        sleeper?.resume()
    }
}

extension Duration {
    /// The duration in nanoseconds, between zero and 292 years.
    var wholeNanoseconds: Int {
        guard self < .seconds(9_000_000_000) else { return .max }
        guard self > .zero else { return 0 }
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 9_000_000_000 else { return .max }
        return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    }
}
