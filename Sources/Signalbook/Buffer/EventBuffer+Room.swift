import Synchronization

extension EventBuffer {
    /// How many empty segments there are to be for the lanes to rotate into.
    private var wantedFreeCount: Int {
        min(max(2, storage.segments.count / 8), max(1, storage.segments.count / 2))
    }

    /// Drops the oldest records where empty segments run out because an exporter is behind, and keeps errors for longer.
    ///
    /// For the delivering side to call when it was woken; it costs a look at the pool when there is room. Records of severity error and
    /// above move into at most an eighth of the ring; they go, oldest first, when that is full. Segments of which an exporter holds a
    /// collection are left alone.
    ///
    /// - Returns: how many records were dropped, as ``DropReason/evicted``.
    @discardableResult
    func makeRoom() -> Int {
        guard !isInherited.load(), pool.withLock({ $0.free.count }) < wantedFreeCount else { return 0 }
        return reading.withLock { reading in
            refresh(&reading)
            recycle(&reading)
            let before = reading.ledger.account.dropped[.evicted] ?? 0
            while pool.withLock({ $0.free.count }) < wantedFreeCount, let victim = victim(in: reading.ledger)
            {
                evict(victim, &reading)
                recycle(&reading)
            }
            return Int((reading.ledger.account.dropped[.evicted] ?? 0) - before)
        }
    }

    /// The oldest full segment that no exporter is at work on; one of kept records only where there is no other.
    private func victim(in ledger: RecordLedger) -> Int? {
        let lanes = ledger.queues[..<laneCount].joined()
        for candidates in [Array(lanes), ledger.queues[laneCount]] {
            let possible = candidates.filter { ledger.segments[$0].isSealed && !ledger.isPinned($0) }
            if let oldest = possible.min(by: {
                ledger.segments[$0].generation < ledger.segments[$1].generation
            }) {
                return oldest
            }
        }
        return nil
    }

    /// Empties a segment, keeping its errors in the reserve as far as that has room.
    private func evict(_ victim: Int, _ reading: inout Reading) {
        var bytes = RingBytes(storage: storage)
        var reserve: (segment: Int, length: Int)?
        if !reading.ledger.queues[laneCount].contains(victim) {
            let wanted = reading.ledger.awaitedBytes(in: victim, &bytes, where: RecordPrefix.isError)
            if wanted > 0 { reserve = openReserve(for: wanted, &reading) }
        }
        guard let reserve else {
            return reading.ledger.evict(victim, reason: .evicted, in: &bytes) { _, _ in false }
        }
        let place = reserve.segment
        var length = reserve.length
        let segment = storage.segments[place]
        let seed = reading.ledger.segments[place].seed
        var starts: [UInt32] = []
        var states: [RecordState] = []
        reading.ledger.evict(victim, reason: .evicted, in: &bytes) { record, state in
            guard RecordPrefix.isError(record), let source = record.baseAddress,
                length + record.count <= segment.capacity
            else { return false }
            let head = RecordHead(at: source)
            let target = segment.records + length
            target.copyMemory(from: source, byteCount: record.count)
            RecordHead.write(at: target, length: head.length, time: head.time, seed: seed, state: state)
            starts.append(UInt32(length))
            states.append(state)
            length += record.count
            return true
        }
        segment.committed.pointee.store(UInt64(length), ordering: .releasing)
        reading.reserve = (place, length)
        reading.ledger.append(starts: starts, states: states, end: length, to: place, in: &bytes)
    }

    /// The reserve's segment with room for so many bytes; nil where there is none to be had.
    private func openReserve(for wanted: Int, _ reading: inout Reading) -> (segment: Int, length: Int)? {
        if let reserve = reading.reserve {
            if storage.segments[reserve.segment].capacity - reserve.length >= wanted { return reserve }
            reading.reserve = nil
            reading.ledger.seal(reserve.segment)
            recycle(&reading)
        }
        let limit = storage.segments.count / 8
        if limit > 0, reading.ledger.queues[laneCount].count >= limit,
            let oldest = reading.ledger.queues[laneCount].first(where: { !reading.ledger.isPinned($0) })
        {
            var bytes = RingBytes(storage: storage)
            reading.ledger.evict(oldest, reason: .evicted, in: &bytes) { _, _ in false }
            recycle(&reading)
        }
        guard reading.ledger.queues[laneCount].count < limit else { return nil }
        let taken: (segment: Int, generation: UInt64)? = pool.withLock { pool in
            guard let next = pool.free.popLast() else { return nil }
            pool.generation += 1
            return (next, pool.generation)
        }
        guard let taken else { return nil }
        storage.segments[taken.segment].open(generation: taken.generation)
        reading.ledger.open(
            taken.segment, in: laneCount, generation: taken.generation,
            seed: seed(generation: taken.generation))
        reading.reserve = (taken.segment, 0)
        return reading.reserve
    }
}
