import Synchronization

/// What a ring writes down about its segments apart from them, so that the loss of a segment's first page, or of its file, is noticed and
/// counted.
///
/// It is a file of the ring, `index`, or memory where the ring is in memory. The layout (little-endian, offsets in bytes):
///
/// | offset | what |
/// |---|---|
/// | 0 | magic `SIGNLBKI` |
/// | 8 | format version, `UInt32`; that of the segments |
/// | 12 | header size, `UInt32` |
/// | 16 | the buffer's identifier, 16 bytes |
/// | 32 | number of segments, `UInt32` |
/// | 36 | segment size, `UInt32` |
/// | 40 | number of areas, `UInt32` |
/// | 48 | checksum of the header with zeros here, `UInt64` |
/// | 64 | areas, 24 bytes each: kind, `UInt32`; size of an entry, `UInt32`; offset, `UInt64`; size, `UInt64` |
/// | 256 | the areas |
///
/// Area 1 has an entry for each segment, by its number (``Entry``). Area 2 is for spans in flight (slots of 64 bytes, claimed when a span
/// starts and cleared when it ends), area 3 for the cells of metrics; no process writes these two yet, and a reader skips areas that
/// it does not know.
///
/// Safety: it holds a raw pointer into memory that its ``BufferStorage`` keeps mapped; it does not outlive that.
struct RingIndex {
    static let magic: UInt64 = 0x494B_424C_4E47_4953  // "SIGNLBKI", little-endian
    static let headerSize = 256
    /// The area of the segments.
    static let segmentArea: UInt32 = 1

    /// Where the index begins.
    let base: UnsafeMutableRawPointer

    /// How many bytes an index takes.
    static func size(segmentCount: Int) -> Int {
        (headerSize + segmentCount * Entry.size + 16_383) & ~16_383
    }

    /// Writes the header of a new index, whose bytes are zero.
    func format(bufferID: (UInt64, UInt64), segmentCount: Int, segmentSize: Int) {
        base.storeBytes(of: RingIndex.magic, as: UInt64.self)
        base.storeBytes(of: Segment.formatVersion, toByteOffset: 8, as: UInt32.self)
        base.storeBytes(of: UInt32(RingIndex.headerSize), toByteOffset: 12, as: UInt32.self)
        base.storeBytes(of: bufferID.0, toByteOffset: 16, as: UInt64.self)
        base.storeBytes(of: bufferID.1, toByteOffset: 24, as: UInt64.self)
        base.storeBytes(of: UInt32(segmentCount), toByteOffset: 32, as: UInt32.self)
        base.storeBytes(of: UInt32(segmentSize), toByteOffset: 36, as: UInt32.self)
        base.storeBytes(of: 1, toByteOffset: 40, as: UInt32.self)
        base.storeBytes(of: RingIndex.segmentArea, toByteOffset: 64, as: UInt32.self)
        base.storeBytes(of: UInt32(Entry.size), toByteOffset: 68, as: UInt32.self)
        base.storeBytes(of: UInt64(RingIndex.headerSize), toByteOffset: 72, as: UInt64.self)
        base.storeBytes(of: UInt64(segmentCount * Entry.size), toByteOffset: 80, as: UInt64.self)
        base.storeBytes(of: RingIndex.checksum(of: base), toByteOffset: 48, as: UInt64.self)
        for number in 0..<segmentCount { entry(number).initialize() }
    }

    /// The entry of a segment.
    func entry(_ number: Int) -> Entry { Entry(base: base + RingIndex.offset(ofEntry: number)) }

    /// Where the entry of a segment is in a file that this version wrote.
    static func offset(ofEntry number: Int) -> Int { headerSize + number * Entry.size }

    /// The checksum of a header.
    static func checksum(of base: UnsafeRawPointer) -> UInt64 {
        withUnsafeTemporaryAllocation(byteCount: headerSize, alignment: 8) { copy in
            copy.copyMemory(from: UnsafeRawBufferPointer(start: base, count: headerSize))
            copy.storeBytes(of: 0, toByteOffset: 48, as: UInt64.self)
            return copy.baseAddress.map {
                UInt64(RecordChecksum.hash($0, words: headerSize / 8, seed: magic, first: 0, second: 0))
            } ?? 0
        }
    }

    /// What is known of one segment, 64 bytes:
    ///
    /// | offset | what |
    /// |---|---|
    /// | 0 | generation, `UInt64`, as in the segment's header |
    /// | 8 | flags, `UInt32`, as in the segment's header |
    /// | 12 | check of generation, flags and buffer, `UInt32`; 0: the entry says nothing |
    /// | 16 | how far the segment is written: bytes of records, `UInt32`, and their number, `UInt32`; one store |
    /// | 24 | 8 × `UInt32`: how many records, from the first on, the exporter of each slot has settled |
    struct Entry {
        static let size = 64
        static let checkOffset = 12
        static let progressOffset = 16

        let base: UnsafeMutableRawPointer

        /// How far the segment is written. The lane that fills the segment stores it after each record.
        var progress: UnsafeMutablePointer<Atomic<UInt64>> {
            (base + Entry.progressOffset).assumingMemoryBound(to: Atomic<UInt64>.self)
        }

        private var check: UnsafeMutablePointer<Atomic<UInt32>> {
            (base + Entry.checkOffset).assumingMemoryBound(to: Atomic<UInt32>.self)
        }

        fileprivate func initialize() {
            check.initialize(to: Atomic(0))
            progress.initialize(to: Atomic(0))
        }

        /// What is stored as ``progress``.
        @inline(__always)
        static func progress(length: Int, count: Int) -> UInt64 {
            UInt64(UInt32(truncatingIfNeeded: length)) | UInt64(truncatingIfNeeded: count) << 32
        }

        /// Says nothing from now on, until ``open(generation:rank:bufferID:)``.
        func void() { check.pointee.store(0, ordering: .sequentiallyConsistent) }

        /// Begins to speak of a new use of the segment.
        func open(generation: UInt64, rank: SegmentRank, bufferID: UInt64) {
            void()
            progress.pointee.store(0, ordering: .relaxed)
            for slot in 0..<RecordSlots.maximumCount { storeSettled(0, slot: slot) }
            base.storeBytes(of: generation, as: UInt64.self)
            base.storeBytes(of: UInt32(rank.rawValue), toByteOffset: 8, as: UInt32.self)
            let value = Entry.check(
                generation: generation, flags: UInt32(rank.rawValue), bufferID: bufferID)
            check.pointee.store(value, ordering: .releasing)
        }

        /// Says how many records the exporter of a slot has settled.
        func storeSettled(_ count: Int, slot: Int) {
            base.storeBytes(
                of: UInt32(truncatingIfNeeded: count), toByteOffset: Entry.settledOffset(slot),
                as: UInt32.self)
        }

        /// Where the number of records that a slot has settled is.
        static func settledOffset(_ slot: Int) -> Int { progressOffset + 8 + 4 * slot }

        /// The check of an entry; never 0.
        static func check(generation: UInt64, flags: UInt32, bufferID: UInt64) -> UInt32 {
            let mixed = RecordChecksum.mix(
                bufferID ^ RecordChecksum.mix(generation &+ UInt64(flags) << 56 &+ RingIndex.magic))
            return UInt32(truncatingIfNeeded: mixed >> 32) | 1
        }
    }
}
