/// The mapped ring as a ledger sees it.
struct RingBytes: SegmentBytes {
    let storage: BufferStorage

    func record(in segment: Int, at offset: UInt32, seed: UInt64) -> RecordLookup {
        let segment = storage.segments[segment]
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

    func store(_ state: RecordState, in segment: Int, at offset: UInt32) {
        guard storage.directory != nil, Int(offset) + RecordHead.size <= storage.segments[segment].capacity
        else { return }
        let head = storage.segments[segment].records + Int(offset)
        let word = RecordHead.word(length: RecordHead(at: head).length, state: state)
        head.storeBytes(of: word, as: UInt32.self)
    }

    func store(cursor offset: UInt32, slot: Int, in segment: Int, seed: UInt64) {
        guard storage.directory != nil else { return }
        storage.segments[segment].storeCursor(
            SegmentHeader.cursor(offset, slot: slot, seed: seed), slot: slot)
    }
}
