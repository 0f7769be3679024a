/// Lets one delivery sleep until somebody wakes it or its time is up.
final class Sleeper: Sendable {
    private struct State {
        var isAwake = false
        var sleeper: CheckedContinuation<Void, Never>?
        /// Counts the sleeps, so that the timer of an earlier one wakes nobody.
        var generation = 0
    }

    private let state = Locked(State())
    private let thread: DeliveryThread

    init(_ thread: DeliveryThread) { self.thread = thread }

    /// How many sleeps have begun so far.
    var sleepCount: Int { state.withLock { $0.generation } }

    /// Ends the sleep under way, or the next one as soon as it begins.
    func wake() {
        let sleeper = state.withLock { state in
            let sleeper = state.sleeper
            state.sleeper = nil
            state.isAwake = sleeper == nil
            return sleeper
        }
        sleeper?.resume()
    }

    /// Sleeps until it is woken, or for so many nanoseconds at most. One sleeper at a time.
    func sleep(_ limit: UInt64?) async {
        var timer: Int?
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let generation: Int? = state.withLock { state in
                if state.isAwake {
                    state.isAwake = false
                    return nil
                }
                state.sleeper = continuation
                state.generation += 1
                return state.generation
            }
            guard let generation else { return continuation.resume() }
            guard let limit else { return }
            timer = thread.schedule(after: limit) { [weak self] in self?.end(generation) }
        }
        if let timer { thread.cancel(timer) }
    }

    /// Wakes who sleeps since the sleep of that number.
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
