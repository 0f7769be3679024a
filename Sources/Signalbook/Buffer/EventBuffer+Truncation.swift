import Synchronization

// What becomes of a ring whose files somebody truncates while it is in use.
//
// ``MappingGuard`` has put memory in the place of what is missing, so the ring goes on as if nothing had happened. The records that stood
// there are damaged now, and counted as ``DropReason/corrupted`` when they are read. Those that come there later are delivered; but no other
// process will find them. A record that is being written at that moment gets the checksum of what is left of it, so its exporter has to find
// out; to prevent that, every event would have to be encoded elsewhere first.
extension EventBuffer {
    /// Says of files that were truncated that they were; it costs a look at a number as long as there are none.
    func reportTruncations() {
        let hits = MappingGuard.hitCount
        guard seenHits.exchange(hits, ordering: .relaxed) != hits else { return }
        let found = storage.truncatedSegments
        let new = reading.withLock { reading in found.filter { reading.truncated.insert($0).inserted } }
        for segment in new {
            guard let path = storage.path(of: segment), let directory = storage.directory else { continue }
            diagnostics?.reportTruncation(path, in: directory)
        }
    }

    /// Counts records that wait as ``DropReason/unsent`` where they are in memory although the ring has files: when it ends, for then they
    /// are lost. Those that an exporter has in hand are left to it.
    func dropTruncated() {
        guard !isInherited.load() else { return }
        reportTruncations()
        let truncated = storage.truncatedSegments
        guard !truncated.isEmpty else { return }
        reading.withLock { reading in
            guard !reading.isClosed else { return }
            refresh(&reading)
            var bytes = RingBytes(storage: storage)
            for segment in truncated
            where reading.ledger.segments[segment].isInUse && !reading.ledger.isPinned(segment) {
                // With its header a segment has lost everything.
                let intact = max(0, storage.intactCount(of: segment) - Segment.headerSize)
                reading.ledger.drop(segment, from: intact, reason: .unsent, in: &bytes)
            }
            recycle(&reading)
        }
    }
}
