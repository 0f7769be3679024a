extension DeliveryAccount {
    /// Counts what came of a batch that is done with.
    mutating func add(_ progress: BatchProgress) {
        delivered += progress.delivered
        rejected += progress.rejected
        for (reason, count) in progress.dropped { dropped[reason, default: 0] += count }
    }
}
