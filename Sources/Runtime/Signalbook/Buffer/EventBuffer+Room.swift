extension EventBuffer {
    /// Drops the records that are older than they may get, oldest first, as ``DropReason/expired``: errors too, as in the ring of a dead
    /// process.
    ///
    /// A delivery that collects drops them by itself; this is for rings that no exporter reads for a long time. Segments of which an exporter
    /// holds a collection are left alone until it lets go.
    func expire() {
        let oldest = age.notBefore
        guard oldest > 0, !isInherited.load() else { return }
        reading.withLock { reading in
            guard !reading.isClosed else { return }
            refresh(&reading)
            // One after the other, so that one segment at a time is kept from being given up.
            for segment in reading.ledger.segmentsInUse {
                change(&reading) { ledger, bytes in ledger.expire(segment, before: oldest, in: &bytes) }
            }
        }
    }

    /// Says that records were given up for want of room, if any were since the last call.
    func reportEvictions() {
        guard !isInherited.load() else { return }
        let hasEvicted = reading.withLock { reading in
            applyEvictions(&reading)
            let count = reading.ledger.accounts.total.dropped[.evicted] ?? 0
            defer { reading.reportedEvictionCount = count }
            return count > reading.reportedEvictionCount
        }
        if hasEvicted { diagnostics?.reportFullBuffer() }
    }
}
