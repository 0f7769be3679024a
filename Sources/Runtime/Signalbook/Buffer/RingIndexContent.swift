/// What the file `index` of a ring says, read as anybody's bytes.
struct RingIndexContent {
    /// What it says of one segment.
    struct Entry: Hashable {
        /// The order among its buffer's segments.
        let generation: UInt64
        /// What the segment's records are worth.
        let rank: SegmentRank
        /// How many bytes of records were written.
        let length: Int
        /// How many records were written.
        let count: Int
        /// How many of them the exporter of each slot has settled.
        let settled: [Int]
    }

    /// The buffer's identifier.
    let bufferID: UInt64
    /// The size of each segment in bytes.
    let segmentSize: Int
    /// What it says, by segment number; nothing of segments that are empty, and of entries that are damaged.
    let entries: [Int: Entry]
    /// The segments that it says are empty.
    let emptySegments: Set<Int>

    /// The largest index that is read.
    static let maximumSize = RingIndex.size(segmentCount: SpoolNames.maximumSegmentCount)

    /// What an index can be besides one to read.
    enum Problem: Error, Hashable {
        /// Another version of Signalbook wrote it.
        case version(UInt32)
        /// Its bytes are damaged.
        case damaged
    }

    /// Reads an index.
    init(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        guard let base = bytes.baseAddress, bytes.count >= RingIndex.headerSize,
            base.loadUnaligned(as: UInt64.self) == RingIndex.magic,
            base.loadUnaligned(fromByteOffset: 48, as: UInt64.self) == RingIndex.checksum(of: base)
        else { throw .damaged }
        let version = base.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        guard version == Segment.formatVersion else { throw .version(version) }
        let bufferID = base.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        let count = Int(base.loadUnaligned(fromByteOffset: 32, as: UInt32.self))
        let segmentSize = Int(base.loadUnaligned(fromByteOffset: 36, as: UInt32.self))
        guard count <= SpoolNames.maximumSegmentCount,
            (Segment.headerSize...SegmentHeader.maximumSegmentSize).contains(segmentSize)
        else { throw .damaged }
        var entries: [Int: Entry] = [:]
        var empty: Set<Int> = []
        for number in 0..<count {
            let offset = RingIndex.offset(ofEntry: number)
            guard offset + RingIndex.Entry.size <= bytes.count else { break }
            entries[number] = Entry(base + offset, bufferID: bufferID, segmentSize: segmentSize)
            let check = base.loadUnaligned(
                fromByteOffset: offset + RingIndex.Entry.checkOffset, as: UInt32.self)
            if check == 0 { empty.insert(number) }
        }
        (self.bufferID, self.segmentSize) = (bufferID, segmentSize)
        (self.entries, emptySegments) = (entries, empty)
    }
}

extension RingIndexContent.Entry {
    fileprivate init?(_ base: UnsafeRawPointer, bufferID: UInt64, segmentSize: Int) {
        let generation = base.loadUnaligned(as: UInt64.self)
        let flags = base.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        let check = base.loadUnaligned(fromByteOffset: RingIndex.Entry.checkOffset, as: UInt32.self)
        guard check == RingIndex.Entry.check(generation: generation, flags: flags, bufferID: bufferID),
            let rank = SegmentRank(rawValue: Int(flags))
        else { return nil }
        let progress = base.loadUnaligned(fromByteOffset: RingIndex.Entry.progressOffset, as: UInt64.self)
        let capacity = segmentSize - Segment.headerSize
        self.generation = generation
        self.rank = rank
        length = min(Int(progress & 0xFFFF_FFFF), capacity)
        // A damaged number must not count more records than can have been there.
        let count = min(Int(progress >> 32), capacity / RecordHead.recordSize(payload: 1))
        self.count = count
        settled = (0..<RecordSlots.maximumCount).map { slot in
            min(
                Int(base.loadUnaligned(fromByteOffset: RingIndex.Entry.settledOffset(slot), as: UInt32.self)),
                count)
        }
    }
}
