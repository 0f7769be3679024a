/// One flush or shutdown on its way through the deliveries: each completes it once, or its time is up.
final class FlushTicket: Sendable {
    private struct State {
        var outcomes: [FlushResult.Exporter]
        /// How many records each delivery had exported when it was given the ticket; nil: it was not yet.
        var exported: [Int?]
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
                    FlushResult.Exporter(name: $0, isComplete: false, exported: 0, waiting: 0)
                },
                exported: exporters.map { _ in nil },
                missing: Set(exporters.indices)))
        if exporters.isEmpty { end.open() }
    }

    /// Whether nobody waits any more.
    var isOver: Bool { end.isOpen }

    /// A delivery is given it, and has exported so many records before. What it has in hand at that moment counts as exported afterwards.
    func begin(_ slot: Int, exported: Int) {
        state.withLock { $0.exported[slot] = $0.exported[slot] ?? exported }
    }

    /// One delivery is done with it.
    ///
    /// - Parameters:
    ///   - exported: how many records it has exported since it exists.
    ///   - waiting: how many wait for it.
    func complete(_ slot: Int, isComplete: Bool, exported: Int, waiting: Int) {
        note(slot, exported: exported, waiting: waiting)
        let isLast = state.withLock { state in
            guard state.missing.remove(slot) != nil else { return false }
            state.outcomes[slot].isComplete = isComplete
            return state.missing.isEmpty
        }
        if isLast { end.open() }
    }

    /// How far a delivery is that may not be done with it. Ignored if it is.
    func note(_ slot: Int, exported: Int, waiting: Int) {
        state.withLock { state in
            guard state.missing.contains(slot) else { return }
            state.outcomes[slot].exported = exported - (state.exported[slot] ?? exported)
            state.outcomes[slot].waiting = waiting
        }
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
