/// What stands in a segment file's first 256 bytes, read as anybody's bytes.
struct SegmentHeader {
    static let magic: UInt64 = 0x314B_424C_4E47_4953  // "SIGNLBK1", little-endian
    /// The versions that are read. In version 2 the flags are always 0, and so is the kind of a record.
    static let readVersions: Set<UInt32> = [2, Segment.formatVersion]
    /// The largest segment that is read.
    static let maximumSegmentSize = 1 << 20

    /// The buffer's identifier.
    let bufferID: UInt64
    /// The order among its buffer's segments.
    let generation: UInt64
    /// What its records are worth; of version 2, which had records of any severity in one segment, ordinary.
    let rank: SegmentRank
    /// How many bytes the file is to have.
    let size: Int
    /// How many bytes of records are whole, as far as the header can be believed: within the segment.
    let committed: Int
    /// How far each slot has come, in bytes of records; 0 where the cursor is damaged, so that nothing is lost by it.
    let cursors: [Int]

    /// What the checksums of its records begin with.
    var seed: UInt64 { SegmentHeader.seed(bufferID: bufferID, generation: generation) }

    /// What a header can be besides one to read.
    enum Problem: Error, Hashable {
        /// The segment never held anything, or was being emptied.
        case empty
        /// There are only zeros, or nothing at all: it was never prepared, or somebody has emptied it.
        case blank
        /// Another version of Signalbook wrote it.
        case version(UInt32)
        /// It is none of ours, or its bytes are damaged.
        case damaged
    }

    /// Reads the header of a file that begins with `bytes`.
    init(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        guard let base = bytes.baseAddress, bytes.count >= Segment.headerSize else {
            throw bytes.allSatisfy { $0 == 0 } ? .blank : .damaged
        }
        guard base.loadUnaligned(as: UInt64.self) == SegmentHeader.magic else {
            throw bytes.prefix(Segment.headerSize).allSatisfy { $0 == 0 } ? .blank : .damaged
        }
        let version = base.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        let checksum = base.loadUnaligned(fromByteOffset: 48, as: UInt64.self)
        guard SegmentHeader.readVersions.contains(version) else {
            // One damaged number must not keep a whole ring from being read, so it is asked whether all else is as we write it.
            let isOurs = SegmentHeader.readVersions.contains {
                checksum == SegmentHeader.checksum(of: base, as: $0)
            }
            throw isOurs ? .damaged : .version(version)
        }
        guard checksum != 0 else { throw .empty }
        guard checksum == SegmentHeader.checksum(of: base),
            base.loadUnaligned(fromByteOffset: 12, as: UInt32.self) == UInt32(Segment.headerSize),
            let rank = SegmentRank(rawValue: Int(base.loadUnaligned(fromByteOffset: 44, as: UInt32.self)))
        else { throw .damaged }
        let size = Int(base.loadUnaligned(fromByteOffset: 40, as: UInt32.self))
        guard size >= Segment.headerSize, size <= SegmentHeader.maximumSegmentSize else { throw .damaged }
        self.rank = rank
        bufferID = base.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        generation = base.loadUnaligned(fromByteOffset: 32, as: UInt64.self)
        self.size = size
        let capacity = size - Segment.headerSize
        committed = Int(min(base.loadUnaligned(fromByteOffset: 64, as: UInt64.self), UInt64(capacity)))
        let seed = SegmentHeader.seed(bufferID: bufferID, generation: generation)
        cursors = (0..<RecordSlots.maximumCount).map { slot in
            let stored = base.loadUnaligned(fromByteOffset: SegmentHeader.cursorOffset(slot), as: UInt64.self)
            let offset = UInt32(truncatingIfNeeded: stored)
            guard stored == SegmentHeader.cursor(offset, slot: slot, seed: seed) else { return 0 }
            return min(Int(offset), capacity)
        }
    }

    /// The header of a segment that has lost it, from what the ring's index says.
    init(_ entry: RingIndexContent.Entry, of index: RingIndexContent) {
        bufferID = index.bufferID
        generation = entry.generation
        rank = entry.rank
        size = index.segmentSize
        committed = entry.length
        cursors = []
    }

    /// The checksum of a header's first 48 bytes.
    static func checksum(of base: UnsafeRawPointer) -> UInt64 {
        UInt64(RecordChecksum.hash(base, words: 6, seed: magic, first: 0, second: 0))
    }

    /// The checksum that a header would have if its version were another one.
    private static func checksum(of base: UnsafeRawPointer, as version: UInt32) -> UInt64 {
        withUnsafeTemporaryAllocation(byteCount: 48, alignment: 8) { copy in
            copy.copyMemory(from: UnsafeRawBufferPointer(start: base, count: 48))
            copy.storeBytes(of: version, toByteOffset: 8, as: UInt32.self)
            return copy.baseAddress.map { checksum(of: $0) } ?? 0
        }
    }

    /// What the checksums of a segment's records begin with; never 0, which stands for none.
    static func seed(bufferID: UInt64, generation: UInt64) -> UInt64 {
        let seed = RecordChecksum.mix(bufferID &+ generation &* 0x9E37_79B9_7F4A_7C15)
        return seed == 0 ? 1 : seed
    }

    /// Where a slot's cursor stands.
    static func cursorOffset(_ slot: Int) -> Int { 128 + 8 * slot }

    /// A cursor as it is stored: the offset in its lower half, and in the upper one a check, so that a damaged one is recognised. An
    /// offset of 0 is stored as 0.
    static func cursor(_ offset: UInt32, slot: Int, seed: UInt64) -> UInt64 {
        guard offset != 0 else { return 0 }
        let check = RecordChecksum.mix(seed &+ UInt64(offset) &+ UInt64(slot) << 32) & 0xFFFF_FFFF_0000_0000
        return check | UInt64(offset)
    }
}
