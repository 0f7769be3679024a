/// The mapped ring as a ledger sees it.
///
/// It pins each segment before it looks at it, so that no lane is given the segment meanwhile; ``EventBuffer`` lets go of the pins.
struct RingBytes: SegmentBytes {
    let storage: BufferStorage
    let pool: Locked<SegmentPool>
    /// The segments that are pinned.
    private(set) var pinned: [Int] = []

    init(storage: BufferStorage, pool: Locked<SegmentPool>) {
        self.storage = storage
        self.pool = pool
    }

    /// Takes over a pin that was made elsewhere.
    mutating func didPin(_ segment: Int) { pinned.append(segment) }

    private mutating func pin(_ segment: Int) -> Bool {
        if pinned.contains(segment) { return true }
        guard pool.withLock({ $0.pin(segment) }) else { return false }
        pinned.append(segment)
        return true
    }

    mutating func record(in number: Int, at offset: UInt32, seed: UInt64) -> RecordLookup {
        guard pin(number) else { return .gone }
        let segment = storage.segments[number]
        guard Int(offset) < segment.capacity,
            let record = RecordHead.wholeRecord(
                UnsafeRawBufferPointer(
                    start: segment.records + Int(offset), count: segment.capacity - Int(offset)), seed: seed)
        else { return .damaged }
        return .whole(record)
    }

    func isUnchanged(_ record: UnsafeRawBufferPointer, length: Int, seed: UInt64) -> Bool {
        // The file may change or be truncated between two looks. Nobody else writes to plain memory.
        guard seed != 0, let base = record.baseAddress else { return true }
        return RecordHead.wholeRecord(record, seed: seed)?.count == record.count
            && RecordHead(at: base).length == length
    }

    mutating func store(_ state: RecordState, in segment: Int, at offset: UInt32) {
        guard storage.directory != nil, pin(segment),
            Int(offset) + RecordHead.size <= storage.segments[segment].capacity
        else { return }
        let head = storage.segments[segment].records + Int(offset)
        head.storeBytes(of: RecordHead(at: head).word(state), as: UInt32.self)
    }

    mutating func store(cursor offset: UInt32, count: Int, slot: Int, in segment: Int, seed: UInt64) {
        guard storage.directory != nil, pin(segment) else { return }
        // First, so that what a cursor says is settled is never missed.
        storage.index.entry(segment).storeSettled(count, slot: slot)
        storage.segments[segment].storeCursor(
            SegmentHeader.cursor(offset, slot: slot, seed: seed), slot: slot)
    }
}
