import SignalVocabulary

extension DeliveryAccount {
    /// Counts what came of a batch that is done with.
    mutating func add(_ progress: BatchProgress, _ kind: SignalKind) {
        var counts = kinds[kind] ?? .init()
        counts.exported += progress.delivered
        counts.refused += progress.rejected
        for (reason, count) in progress.dropped { counts.abandonedByReason[reason, default: 0] += count }
        kinds[kind] = counts
    }
}
