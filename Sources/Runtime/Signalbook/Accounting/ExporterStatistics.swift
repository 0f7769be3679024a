/// What became of the events that one exporter was to take, at one moment.
///
/// Per exporter, so one event counts once with each of them; ``Statistics`` counts it once.
public struct ExporterStatistics: Sendable, Hashable {
    /// The exporter's name; a second one of the same name has `#2` after it.
    public var name: String
    /// What it is, in OpenTelemetry's words; see ``Exporter/componentType``.
    public var componentType: String
    /// Events that arrived.
    public var delivered: Int
    /// Events that the receiver refused for good.
    public var rejected: Int
    /// Events that were given up, by reason; no reason has a zero.
    public var droppedByReason: [DropReason: Int]
    /// Events that wait for it, ``inFlight`` included.
    public var pending: Int
    /// Events that it has in hand.
    public var inFlight: Int
    /// Calls of its `export` that ended.
    public var exports: Int
    /// Those of them after which events had to be sent again.
    public var retries: Int
    /// The time that these calls took, together.
    public var exportTime: Duration
    /// The class of what went wrong last, as OpenTelemetry's `error.type`; nil: nothing so far.
    public var lastErrorType: String?
    /// What went wrong last, in one line for people; nil: nothing so far.
    public var lastError: String?
    /// What it is doing.
    public var state: State

    /// Events that were given up.
    public var dropped: Int { droppedByReason.values.reduce(0, +) }

    /// What an exporter is doing.
    public struct State: Sendable, Hashable, CustomStringConvertible {
        /// A stable word for it.
        public let description: String

        /// It takes batches as they come.
        public static var running: State { State(description: "running") }
        /// It waits, because something failed or its receiver asked for it.
        public static var backingOff: State { State(description: "backing_off") }
        /// It failed so often that only single events are sent, now and then, to see whether its receiver is back.
        public static var suspended: State { State(description: "suspended") }
        /// It was shut down.
        public static var closed: State { State(description: "closed") }
    }

    init(name: String, componentType: String, account: DeliveryAccount, pending: Int) {
        self.name = name
        self.componentType = componentType
        delivered = account.delivered
        rejected = account.rejected
        droppedByReason = account.dropped
        self.pending = pending
        inFlight = account.inFlight
        exports = account.exports
        retries = account.retries
        exportTime = account.exportTime
        lastErrorType = account.lastErrorType
        lastError = account.lastError
        state = account.state
    }
}

extension ExporterStatistics: CustomStringConvertible {
    /// One line, for people.
    public var description: String {
        let reasons = droppedByReason.sorted { $0.key.description < $1.key.description }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(name): delivered \(delivered), pending \(pending), rejected \(rejected), dropped \(dropped)"
            + (reasons.isEmpty ? "" : " (\(reasons))") + (lastError.map { "; last error: \($0)" } ?? "")
    }
}
