/// Finds the records in a run of bytes, and what is damaged between them.
struct SegmentScan {
    /// Where each record begins.
    private(set) var starts: [UInt32] = []
    /// What each record's head says; a damaged stretch counts as one corrupted record.
    private(set) var states: [RecordState] = []
    /// Where the last record, or the last damaged stretch, ends.
    private(set) var end: Int
    /// When the first whole record was tracked, nil if there is none.
    private(set) var firstTime: UInt64?
    /// When the youngest whole record was tracked, nil if there is none.
    private(set) var latestTime: UInt64?

    /// How many bytes may be hashed in search of the next record after damage. Bytes made for it could cost hours without a bound.
    private static let searchBudget = 32 << 20

    /// Scans `bytes` from `offset` to the last whole record.
    ///
    /// - Parameters:
    ///   - bytes: the segment's records.
    ///   - offset: where the first record begins; a multiple of eight.
    ///   - committed: how far there are records for certain: what is no record before is damaged, behind it is the end. Whole
    ///     records behind it count, for this number may be damaged too.
    ///   - seed: what the records' checksums began with.
    init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0, committed: Int, seed: UInt64) {
        end = offset
        var offset = offset
        var budget = SegmentScan.searchBudget
        while offset < bytes.count {
            if let record = SegmentScan.record(bytes, at: offset, seed: seed) {
                append(record, at: offset)
                offset += record.count
            } else {
                guard offset < committed else { break }
                appendDamage(at: offset)
                offset =
                    SegmentScan.next(bytes, after: offset, limit: committed, seed: seed, budget: &budget)
                    ?? max(committed, offset + 8)
            }
            end = min(offset, bytes.count)
        }
        // A file that ends before its header says so has lost whatever stood there.
        if bytes.count < committed, end == bytes.count, !(states.last?.isCorrupted ?? false) {
            appendDamage(at: bytes.count)
        }
    }

    private mutating func append(_ record: UnsafeRawBufferPointer, at offset: Int) {
        guard let base = record.baseAddress else { return }
        let head = RecordHead(at: base)
        starts.append(UInt32(offset))
        states.append(head.state)
        if firstTime == nil { firstTime = head.time }
        latestTime = max(latestTime ?? 0, head.time)
    }

    private mutating func appendDamage(at offset: Int) {
        starts.append(UInt32(offset))
        states.append(.corrupted)
    }

    private static func record(
        _ bytes: UnsafeRawBufferPointer, at offset: Int, seed: UInt64
    ) -> UnsafeRawBufferPointer? {
        RecordHead.wholeRecord(UnsafeRawBufferPointer(rebasing: bytes[offset...]), seed: seed)
    }

    /// Where the next whole record begins, nil if there is none before `limit`.
    private static func next(
        _ bytes: UnsafeRawBufferPointer, after offset: Int, limit: Int, seed: UInt64, budget: inout Int
    ) -> Int? {
        // Without checksums nothing tells a record from chance.
        guard seed != 0, let base = bytes.baseAddress else { return nil }
        var candidate = offset + 8
        while candidate + RecordHead.size <= min(limit, bytes.count), budget > 0 {
            let head = RecordHead(at: base + candidate)
            if head.checksum != 0, head.length > 0, head.length <= RecordHead.maximumLength {
                budget -= head.length
                if record(bytes, at: candidate, seed: seed) != nil { return candidate }
            }
            candidate += 8
        }
        return nil
    }
}
