import SignalVocabulary

/// What became of what one exporter was to take.
struct DeliveryAccount: Sendable {
    /// The counts of each kind.
    var kinds: [SignalKind: ExporterStatistics.Counts]
    /// Calls of `export` that ended.
    var exports = 0
    /// Those of them after which records have to be sent again.
    var retries = 0
    /// The time that calls of `export` took.
    var exportTime = Duration.zero
    /// The class of what went wrong last.
    var lastErrorType: String?
    /// What went wrong last.
    var lastError: String?
    /// What it is doing.
    var state = ExporterStatistics.State.running

    /// The account of an exporter that takes these kinds.
    init(kinds: Set<SignalKind>) {
        self.kinds = Dictionary(uniqueKeysWithValues: kinds.map { ($0, ExporterStatistics.Counts()) })
    }

    /// The counts of all records together; a metric's data point is not a record.
    var records: ExporterStatistics.Counts { .records(kinds) }
}
