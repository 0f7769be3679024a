/// What became of the records that one exporter was to take.
struct DeliveryAccount: Sendable {
    /// Records that arrived.
    var delivered = 0
    /// Records that the receiver refused for good.
    var rejected = 0
    /// Records given up, by reason.
    var dropped: [DropReason: Int] = [:]
    /// Records that the exporter has in hand now.
    var inFlight = 0
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

    /// All records that it is done with.
    var settled: Int { dropped.values.reduce(delivered + rejected, +) }
}
