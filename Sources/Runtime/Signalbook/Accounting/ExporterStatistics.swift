public import SignalVocabulary

/// What one exporter has done with what it was to take, at one moment.
///
/// Its words are not those of ``Statistics``, because they mean something else. An event is *delivered* when at least one exporter took it, and
/// *dropped* when none did. What an exporter *exported* arrived there, whatever the others did; what it *abandoned* did not, and may have
/// arrived elsewhere. So an event counts once with each exporter, and once in ``Statistics``.
public struct ExporterStatistics: Sendable, Hashable {
    /// The exporter's name; a second one of the same name has `#2` after it.
    public var name: String
    /// What it is, in OpenTelemetry's words; see ``Exporter/componentType``.
    public var componentType: String
    /// The counts of each kind that it takes; of metrics their data points are counted.
    public var kinds: [SignalKind: Counts]
    /// Records that wait for it, ``inFlight`` included.
    public var waiting: Int
    /// Calls of its `export` that ended.
    public var exports: Int
    /// Those of them after which records had to be sent again.
    public var retries: Int
    /// The time that these calls took, together.
    public var exportTime: Duration
    /// The class of what went wrong last, as OpenTelemetry's `error.type`; nil: nothing so far.
    public var lastErrorType: String?
    /// What went wrong last, in one line for people; nil: nothing so far.
    public var lastError: String?
    /// What it is doing.
    public var state: State

    /// The sum of the counts of records, which are log records and spans. A metric's data point is not a record.
    public var records: Counts { .records(kinds) }
    /// Records that arrived.
    public var exported: Int { records.exported }
    /// Records that the receiver refused for good.
    public var refused: Int { records.refused }
    /// Records that it did not take and will not be given again, by reason; reasons without a record are left out.
    public var abandonedByReason: [DropReason: Int] { records.abandonedByReason }
    /// Records that it did not take and will not be given again.
    public var abandoned: Int { records.abandoned }
    /// Records that it has in hand.
    public var inFlight: Int { records.inFlight }

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

    init(name: String, componentType: String, account: DeliveryAccount, waiting: Int) {
        self.name = name
        self.componentType = componentType
        kinds = account.kinds
        self.waiting = waiting
        exports = account.exports
        retries = account.retries
        exportTime = account.exportTime
        lastErrorType = account.lastErrorType
        lastError = account.lastError
        state = account.state
    }
}

extension ExporterStatistics: CustomStringConvertible {
    /// One line, for people; each kind on its own if there are several.
    public var description: String {
        let named = SignalKind.all.compactMap { kind in kinds[kind].map { (kind, $0) } }
        let counts =
            named.count == 1 && named[0].0 != .metrics
            ? named[0].1.description : named.map { "\($0) \($1)" }.joined(separator: "; ")
        return "\(name): \(counts.isEmpty ? "" : counts + ", ")waiting \(waiting)"
            + (lastError.map { "; last error: \($0)" } ?? "")
    }
}
