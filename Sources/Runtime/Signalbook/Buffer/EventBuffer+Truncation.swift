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
        reportTruncations(storage.truncatedSegments)
    }

    /// Says of these segments' files that they were, once.
    func reportTruncations(_ found: [Int]) {
        let new = reading.withLock { reading in found.filter { reading.truncated.insert($0).inserted } }
        for segment in new {
            guard let path = storage.path(of: segment), let directory = storage.directory else { continue }
            diagnostics?.reportTruncation(path, in: directory)
        }
    }

    /// Counts the records that wait and that no other process will find, for when the ring ends: as ``DropReason/unsent`` those that are in
    /// memory although the ring has files, as ``DropReason/corrupted`` those that are nowhere any more.
    ///
    /// - Parameter fileLengths: how many bytes of each segment its file has.
    /// - Returns: the segments in which there were any.
    func dropLost(besides fileLengths: [Int], _ reading: inout Reading) -> [Int] {
        refresh(&reading)
        return change(&reading) { ledger, bytes in dropLost(besides: fileLengths, &ledger, &bytes) }
    }

    private func dropLost(
        besides fileLengths: [Int], _ ledger: inout RecordLedger, _ bytes: inout RingBytes
    ) -> [Int] {
        var lost: [Int] = []
        for segment in Array(ledger.queues.joined()) {
            let intact = intactLength(of: segment, fileLength: fileLengths[segment])
            let first = ledger.segments[segment].firstIndex(beyond: intact)
            if intact > 0, first < ledger.segments[segment].count {
                // Or what is missing would be found as one damaged record more.
                storage.segments[segment].committed.pointee.store(
                    UInt64(ledger.segments[segment].starts[first]), ordering: .releasing)
                storage.index.entry(segment).progress.pointee.store(
                    RingIndex.Entry.progress(
                        length: Int(ledger.segments[segment].starts[first]), count: first),
                    ordering: .relaxed)
            }
            // They are counted here, and must not be once more.
            if intact == 0 { storage.index.entry(segment).void() }
            let count = ledger.drop(
                segment, from: intact, reason: .unsent, isReadable: storage.isGuarded,
                storesCursors: intact > 0, in: &bytes)
            if count > 0 { lost.append(segment) }
        }
        return lost
    }

    /// How many bytes of a segment's records another process will find: none without a header.
    private func intactLength(of segment: Int, fileLength: Int) -> Int {
        let segmentBytes = UnsafeRawBufferPointer(
            start: storage.segments[segment].base, count: Segment.headerSize)
        guard fileLength > Segment.headerSize, (try? SegmentHeader(segmentBytes)) != nil else { return 0 }
        return max(0, min(fileLength, storage.intactCount(of: segment)) - Segment.headerSize)
    }
}
