extension EventBuffer: RecordStore {
    /// Names the exporters that will read, each by its slot; once, before anything is tracked.
    ///
    /// The names go into the spool, so that a later process knows what each of its exporters has not had. Those past the eighth are
    /// ignored; with none there is one slot all the same, for whoever empties the ring.
    func assign(exporters names: [String]) {
        let count = min(max(names.count, 1), RecordSlots.maximumCount)
        reading.withLock { $0.ledger.slots = Array(0..<count) }
        storage.write(ExporterNames(Array(names.prefix(RecordSlots.maximumCount))))
    }

    func collect(for slot: Int, maximumCount: Int, maximumBytes: Int) -> RecordCollection? {
        guard !isInherited.load() else { return nil }
        defer { reportTruncations() }
        let oldest = age.notBefore
        return reading.withLock { reading in
            guard !reading.isClosed else { return nil }
            refresh(&reading)
            var bytes = RingBytes(storage: storage)
            let collection = reading.ledger.collect(
                for: slot, maximumCount: maximumCount, maximumBytes: maximumBytes, notBefore: oldest,
                in: &bytes)
            recycle(&reading)
            return collection
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
                var bytes = RingBytes(storage: storage)
                reading.ledger.settle(
                    collection, for: slot, delivered: delivered, dropped: reason ?? .exportFailed, in: &bytes)
                recycle(&reading)
            }
        }
    }

    func pendingCount(for slot: Int) -> Int {
        guard !isInherited.load() else { return 0 }
        return reading.withLock { reading in
            guard reading.ledger.slots.contains(slot) else { return 0 }
            let settled = reading.ledger.settledCount(slot)
            return Int(writtenCount()) - settled
        }
    }

    /// Takes note of what the lanes have written since the last time.
    func refresh(_ reading: inout Reading) {
        for index in 0..<laneCount {
            let lane = lane(index)
            lock(lane)
            let current = filled(lane)
            let sealed = pool.withLock { pool in
                let sealed = pool.sealed[index]
                pool.sealed[index] = []
                return sealed
            }
            release(lane)
            for filled in sealed { note(filled, isSealed: true, of: index, in: &reading.ledger) }
            if let current { note(current, isSealed: false, of: index, in: &reading.ledger) }
        }
    }

    /// Finds the records that a lane has added to a segment: exactly as many as it counted, damaged ones included.
    private func note(_ filled: Filled, isSealed: Bool, of lane: Int, in ledger: inout RecordLedger) {
        let number = filled.segment
        if !ledger.segments[number].isInUse {
            ledger.open(
                number, in: lane, generation: filled.generation, seed: seed(generation: filled.generation))
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
            var bytes = RingBytes(storage: storage)
            ledger.append(starts: starts, states: states, end: filled.length, to: number, in: &bytes)
        }
        if isSealed { ledger.seal(number) }
    }

    /// Gives segments that hold nothing any more back to the lanes.
    func recycle(_ reading: inout Reading) {
        guard !reading.ledger.finished.isEmpty else { return }
        let finished = reading.ledger.finished
        reading.ledger.finished = []
        pool.withLock { $0.free += finished }
    }
}
