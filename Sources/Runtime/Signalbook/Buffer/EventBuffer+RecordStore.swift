extension EventBuffer: RecordStore {
    /// Names the exporters that will read, each by its slot; once, before anything is tracked.
    ///
    /// The names go into the spool, so that a later process knows what each of its exporters has not had. Those past the eighth are
    /// ignored; with none there is one slot all the same, for a delivery that empties the ring.
    func assign(_ exporters: [ExporterSlot]) {
        let slots = Array(exporters.prefix(RecordSlots.maximumCount))
        reading.withLock { $0.ledger.assign(slots.isEmpty ? [.log] : slots.map(\.kind)) }
        storage.write(ExporterNames(slots))
    }

    func collect(for slot: Int, maximumCount: Int, maximumBytes: Int) -> RecordCollection? {
        guard !isInherited.load() else { return nil }
        defer { reportTruncations() }
        let oldest = age.notBefore
        return reading.withLock { reading in
            guard !reading.isClosed else { return nil }
            refresh(&reading)
            return change(&reading) { ledger, bytes in
                ledger.collect(
                    for: slot, maximumCount: maximumCount, maximumBytes: maximumBytes, notBefore: oldest,
                    in: &bytes)
            }
        }
    }

    func settle(
        _ collection: RecordCollection, for slot: Int, delivered: Int, dropped reason: DropReason?,
        counting count: (_ settle: () -> Void) -> Void
    ) {
        count {
            guard !isInherited.load() else { return }
            reading.withLock { reading in
                guard !reading.isClosed else { return }
                change(&reading) { ledger, bytes in
                    ledger.settle(
                        collection, for: slot, delivered: delivered, dropped: reason ?? .exportFailed,
                        in: &bytes)
                }
            }
        }
    }

    func pendingCount(for slot: Int) -> Int {
        guard !isInherited.load() else { return 0 }
        return reading.withLock { reading in
            guard reading.ledger.slots.contains(slot) else { return 0 }
            // First, so that nothing counts as settled that was written after the lanes were asked.
            applyEvictions(&reading)
            let settled = reading.ledger.settledCount(slot)
            return Int(laneAccounts()[reading.ledger.kind(of: slot)].written) - settled
        }
    }

    /// Runs `body` with the ledger and the bytes behind it, and tells the pool afterwards which segments hold nothing any more.
    @discardableResult
    func change<Result>(
        _ reading: inout Reading, _ body: (inout RecordLedger, inout RingBytes) -> Result
    ) -> Result {
        applyEvictions(&reading)
        var bytes = RingBytes(storage: storage, pool: pool)
        let result = body(&reading.ledger, &bytes)
        let finished = reading.ledger.finished
        reading.ledger.finished = []
        pool.withLock { pool in
            for segment in bytes.pinned { pool.unpin(segment) }
            for segment in finished {
                pool.recycle(segment, generation: reading.ledger.segments[segment].generation)
            }
        }
        return result
    }

    /// Takes note of what the lanes have written since the last time.
    func refresh(_ reading: inout Reading) {
        // No more than there are now: threads that track may fill segments faster than they are read.
        for _ in 0..<pool.withLock({ $0.unseenCount }) {
            let (evictions, full) = pool.withLock { ($0.takeEvictions(), $0.nextFull()) }
            apply(evictions, &reading)
            guard let full else { break }
            note(full, isFull: true, &reading)
        }
        for index in 0..<laneCount {
            let lane = lane(index)
            for rank in SegmentRank.allCases {
                let fill = fill(of: lane, rank)
                lock(lane)
                let (evictions, filling) = pool.withLock { pool in
                    // In one step: or the segment that is found might be one whose earlier records the ledger still has.
                    (
                        pool.takeEvictions(),
                        fill.pointee.segment < 0
                            ? nil
                            : pool.noteFilling(
                                fill.pointee.segment, length: fill.pointee.length,
                                count: fill.pointee.count, spanCount: fill.pointee.spanCount)
                    )
                }
                release(lane)
                apply(evictions, &reading)
                if let filling { note(filling, isFull: false, &reading) }
            }
        }
    }

    /// Lets the ledger know of the records that were given up for want of room.
    func applyEvictions(_ reading: inout Reading) {
        apply(pool.withLock { $0.takeEvictions() }, &reading)
    }

    private func apply(
        _ evictions: (known: [SegmentPool.Eviction], unknown: PerKind<Int>), _ reading: inout Reading
    ) {
        guard !evictions.known.isEmpty || evictions.unknown.total > 0 else { return }
        for eviction in evictions.known {
            reading.ledger.evict(
                eviction.segment, generation: eviction.generation, counts: eviction.counts)
        }
        reading.ledger.countEvicted(evictions.unknown)
        // They are not empty: lanes have them.
        reading.ledger.finished.removeAll { segment in
            evictions.known.contains { $0.segment == segment }
        }
    }

    /// Finds the records that a lane has added to a pinned segment: exactly as many as it counted, damaged ones included.
    private func note(_ filled: SegmentPool.Filled, isFull: Bool, _ reading: inout Reading) {
        let number = filled.segment
        change(&reading) { ledger, bytes in
            bytes.didPin(number)
            if !ledger.segments[number].isInUse {
                ledger.open(
                    number, in: filled.queue, generation: filled.generation,
                    seed: seed(generation: filled.generation))
            }
            let missing = filled.count - ledger.segments[number].count
            if missing > 0 {
                let scan = SegmentScan(
                    UnsafeRawBufferPointer(start: storage.segments[number].records, count: filled.length),
                    from: Int(ledger.segments[number].end), committed: filled.length,
                    seed: ledger.segments[number].seed)
                var starts = Array(scan.starts.prefix(missing))
                var states = Array(scan.states.prefix(missing))
                if starts.count < missing {
                    states += Array(repeating: .corrupted, count: missing - starts.count)
                    starts += Array(repeating: UInt32(filled.length), count: missing - starts.count)
                }
                // Of a damaged record nobody knows what it was, but the lane knows how many spans there are.
                var damagedSpans =
                    filled.spanCount - ledger.segments[number].spanCount
                    - states.count { $0.kind == .span }
                for index in states.indices where states[index].isCorrupted && damagedSpans > 0 {
                    states[index] = .corruptedSpan
                    damagedSpans -= 1
                }
                ledger.append(starts: starts, states: states, end: filled.length, to: number, in: &bytes)
            }
            if isFull { ledger.seal(number) }
        }
    }
}
