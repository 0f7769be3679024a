import Synchronization

extension EventBuffer {
    /// Drops the records that are older than they may get, oldest first, as ``DropReason/expired``: errors too, as in the ring of a dead
    /// process.
    ///
    /// Who collects drops them by itself; this is for rings of which nobody does for a long time. Segments of which an exporter holds a
    /// collection are left alone until it lets go.
    func expire() {
        let oldest = age.notBefore
        guard oldest > 0, !isInherited.load() else { return }
        reading.withLock { reading in
            guard !reading.isClosed else { return }
            refresh(&reading)
            var bytes = RingBytes(storage: storage)
            reading.ledger.expire(before: oldest, in: &bytes)
            recycle(&reading)
        }
    }

    /// How many empty segments there are to be for the lanes to rotate into.
    private var wantedFreeCount: Int {
        min(max(2, storage.segments.count / 8), max(1, storage.segments.count / 2))
    }

    /// Whether empty segments run out.
    var isShortOfRoom: Bool { pool.withLock { $0.free.count } < wantedFreeCount }

    /// Drops the oldest records where empty segments run out because an exporter is behind, and keeps errors for longer.
    ///
    /// For the delivering side to call when it was woken; it costs a look at the pool when there is room. Records of severity error and
    /// above move into at most an eighth of the ring; they go, oldest first, when that is full. Segments of which an exporter holds a
    /// collection are left alone.
    ///
    /// - Returns: how many records were dropped, as ``DropReason/evicted``.
    @discardableResult
    func makeRoom() -> Int {
        guard !isInherited.load(), isShortOfRoom else { return 0 }
        defer { reportTruncations() }
        expire()
        return reading.withLock { reading in
            guard !reading.isClosed else { return 0 }
            refresh(&reading)
            recycle(&reading)
            let before = reading.ledger.account.dropped[.evicted] ?? 0
            while isShortOfRoom, let victim = victim(in: reading.ledger) {
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
        var kept: [AwaitedRecord] = []
        if !reading.ledger.queues[laneCount].contains(victim) {
            kept = reading.ledger.awaited(in: victim, &bytes, where: RecordHead.isError)
        }
        let wanted = kept.reduce(0) { $0 + $1.bytes.count }
        guard wanted > 0, let reserve = openReserve(for: wanted, &reading) else {
            return reading.ledger.evict(victim, in: &bytes)
        }
        let segment = storage.segments[reserve.segment]
        let seed = reading.ledger.segments[reserve.segment].seed
        var length = reserve.length
        var starts: [UInt32] = []
        for record in kept {
            let target = segment.records + length
            record.bytes.withUnsafeBytes { source in
                guard let start = source.baseAddress else { return }
                target.copyMemory(from: start, byteCount: source.count)
                // Not the head in the file, which may be another one by now: how far is written goes by the length in it.
                let head = RecordHead(at: start)
                RecordHead.write(
                    at: target, length: head.length, time: head.time, seed: seed, state: record.state)
            }
            starts.append(UInt32(length))
            length += record.bytes.count
        }
        segment.committed.pointee.store(UInt64(length), ordering: .releasing)
        reading.reserve = (reserve.segment, length)
        reading.ledger.evict(victim, moved: Set(kept.map(\.index)), in: &bytes)
        reading.ledger.append(
            starts: starts, states: kept.map(\.state), end: length, to: reserve.segment, in: &bytes)
    }

    /// The reserve's segment with room for so many bytes; nil where there is none to be had.
    private func openReserve(for wanted: Int, _ reading: inout Reading) -> (segment: Int, length: Int)? {
        if let reserve = reading.reserve {
            if storage.segments[reserve.segment].capacity - reserve.length >= wanted + 8 { return reserve }
            reading.reserve = nil
            reading.ledger.seal(reserve.segment)
            recycle(&reading)
        }
        let limit = storage.segments.count / 8
        if limit > 0, reading.ledger.queues[laneCount].count >= limit,
            let oldest = reading.ledger.queues[laneCount].first(where: { !reading.ledger.isPinned($0) })
        {
            var bytes = RingBytes(storage: storage)
            reading.ledger.evict(oldest, in: &bytes)
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
        let reserve = (segment: taken.segment, length: 0)
        reading.reserve = reserve
        return storage.segments[taken.segment].capacity >= wanted + 8 ? reserve : nil
    }
}
