/// One flush or shutdown on its way through the deliveries: each completes it once, or its time is up.
final class FlushTicket: Sendable {
    private struct State {
        var outcomes: [FlushResult.Exporter]
        /// The deliveries that have not completed it.
        var missing: Set<Int>
    }

    /// Whether the deliveries end with it.
    let isShutdown: Bool
    /// When the deliveries are to come to an end, as an instant of ``monotonicClock()``: a little earlier than who waits gives up, so that
    /// the account is settled by then.
    let deadline: UInt64
    private let limit: Int
    private let state: Locked<State>
    private let end = Latch()

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
        if exporters.isEmpty { end.open() }
    }

    /// Whether nobody waits any more.
    var isOver: Bool { end.isOpen }

    /// One delivery is done with it.
    func complete(_ slot: Int, isComplete: Bool, delivered: Int, pending: Int) {
        let isLast = state.withLock { state in
            guard state.missing.remove(slot) != nil else { return false }
            state.outcomes[slot].isComplete = isComplete
            state.outcomes[slot].delivered = delivered
            state.outcomes[slot].pending = pending
            return state.missing.isEmpty
        }
        if isLast { end.open() }
    }

    /// Waits until every delivery is done with it or the time is up. To be called once.
    ///
    /// - Parameter thread: on which the time runs out.
    func wait(limitedBy thread: DeliveryThread) async {
        await end.wait(atMost: UInt64(limit), limitedBy: thread)
    }

    /// What the deliveries achieved: each since it got the ticket.
    var outcomes: [FlushResult.Exporter] { state.withLock { $0.outcomes } }
}
