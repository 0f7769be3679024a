/// One flush or shutdown on its way through the deliveries: each completes it once, or its time is up.
final class FlushTicket: Sendable {
    private struct State {
        var outcomes: [FlushResult.Exporter]
        /// The deliveries that have not completed it.
        var missing: Set<Int>
        var waiter: CheckedContinuation<Void, Never>?
        var isOver = false
    }

    /// Whether the deliveries end with it.
    let isShutdown: Bool
    /// When the deliveries are to come to an end, as an instant of ``monotonicClock()``: a little earlier than who waits gives up, so that
    /// the account is settled by then.
    let deadline: UInt64
    private let limit: Int
    private let state: Locked<State>

    /// A ticket for the exporters of these names, whose places are their slots.
    init(exporters: [String], within limit: Duration, isShutdown: Bool) {
        self.isShutdown = isShutdown
        self.limit = limit.wholeNanoseconds
        let margin = min(self.limit / 10, 100_000_000)
        let (deadline, isNever) = monotonicClock().addingReportingOverflow(UInt64(self.limit - margin))
        self.deadline = isNever ? .max : deadline
        state = Locked(
            State(
                outcomes: exporters.map {
                    FlushResult.Exporter(name: $0, isComplete: false, delivered: 0, pending: 0)
                },
                missing: Set(exporters.indices)))
    }

    /// Whether nobody waits any more.
    var isOver: Bool { state.withLock { $0.isOver } }

    /// One delivery is done with it.
    func complete(_ slot: Int, isComplete: Bool, delivered: Int, pending: Int) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.missing.remove(slot) != nil else { return nil }
            state.outcomes[slot].isComplete = isComplete
            state.outcomes[slot].delivered = delivered
            state.outcomes[slot].pending = pending
            guard state.missing.isEmpty else { return nil }
            state.isOver = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Waits until every delivery is done with it or the time is up. To be called once.
    ///
    /// - Parameter thread: on which the time runs out.
    ///
    /// NOTE: the caller goes on where its task runs. If that is a thread pool whose every thread is blocked, it has to wait for one of them;
    /// nothing here can help that.
    func wait(limitedBy thread: DeliveryThread) async {
        var timer: Int?
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isOver = state.withLock { state in
                if state.missing.isEmpty { state.isOver = true }
                if !state.isOver { state.waiter = continuation }
                return state.isOver
            }
            guard !isOver else { return continuation.resume() }
            timer = thread.schedule(after: UInt64(limit)) { [weak self] in self?.expire() }
        }
        if let timer { thread.cancel(timer) }
    }

    /// What the deliveries achieved: each since it got the ticket.
    var outcomes: [FlushResult.Exporter] { state.withLock { $0.outcomes } }

    private func expire() {
        let waiter = state.withLock { state in
            state.isOver = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }
}
