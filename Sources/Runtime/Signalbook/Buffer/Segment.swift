import Synchronization

/// A view of one segment of the buffer: a header, then records one after the other.
///
/// The layout is what a later process reads after this one was killed, so it is fixed by ``formatVersion`` (little-endian,
/// offsets in bytes):
///
/// | offset | what |
/// |---|---|
/// | 0 | magic `SIGNLBK1` |
/// | 8 | format version, `UInt32` |
/// | 12 | header size, `UInt32` |
/// | 16 | the buffer's identifier, 16 bytes; the same in all its segments |
/// | 32 | generation, `UInt64`: the order in which segments were opened; 0: never used |
/// | 40 | segment size, `UInt32` |
/// | 44 | flags, `UInt32`; bit 0: its records are of severity error and above (``SegmentRank``) |
/// | 48 | checksum of the 48 bytes before it, `UInt64`; 0: the segment is empty |
/// | 64 | committed, `UInt64`: how many bytes of records are whole; stored last, so a torn record is never read |
/// | 128 | cursors, 8 × `UInt64`: how far the exporter of each slot has come, see ``SegmentHeader`` |
/// | 256 | records |
///
/// A record is a 16-byte head, then its payload, the bytes of an OTLP `LogRecord` or `Span`, then zero to seven zero bytes up to a multiple of
/// eight. The head, ``RecordHead``:
///
/// | offset | what |
/// |---|---|
/// | 0 | bits 0–16: payload length; 17–24: a slot each that is done with the record out of its cursor's turn; 25: an exporter took it; 26–31: its kind, ``RecordKind`` |
/// | 4 | checksum of payload, length, kind and time, ``RecordChecksum``, seeded by buffer and generation; 0 for none (plain memory) |
/// | 8 | when it was tracked, nanoseconds since 1970, `UInt64` |
///
/// Safety: a view holds a raw pointer into memory that its ``EventBuffer`` keeps mapped until it is gone; views do not outlive it.
struct Segment {
    static let formatVersion: UInt32 = 3
    static let headerSize = 256
    static let recordHeadSize = RecordHead.size

    /// Where the segment begins.
    let base: UnsafeMutableRawPointer
    /// Its size in bytes, header and all.
    let size: Int

    /// How many bytes of records it holds at most.
    var capacity: Int { size - Segment.headerSize }
    /// Where its records begin.
    var records: UnsafeMutableRawPointer { base + Segment.headerSize }

    /// How many bytes of records are whole. Written by the lane that owns the segment.
    var committed: UnsafeMutablePointer<Atomic<UInt64>> {
        (base + 64).assumingMemoryBound(to: Atomic<UInt64>.self)
    }

    private var headerChecksum: UnsafeMutablePointer<Atomic<UInt64>> {
        (base + 48).assumingMemoryBound(to: Atomic<UInt64>.self)
    }

    /// Writes the header of a segment that was never used.
    func format(bufferID: (UInt64, UInt64)) {
        base.storeBytes(of: Segment.formatVersion, toByteOffset: 8, as: UInt32.self)
        base.storeBytes(of: UInt32(Segment.headerSize), toByteOffset: 12, as: UInt32.self)
        base.storeBytes(of: bufferID.0, toByteOffset: 16, as: UInt64.self)
        base.storeBytes(of: bufferID.1, toByteOffset: 24, as: UInt64.self)
        base.storeBytes(of: UInt32(size), toByteOffset: 40, as: UInt32.self)
        headerChecksum.initialize(to: Atomic(0))
        committed.initialize(to: Atomic(0))
        base.storeBytes(of: SegmentHeader.magic, toByteOffset: 0, as: UInt64.self)
    }

    /// Makes the segment empty and the newest of its buffer.
    ///
    /// The checksum goes first and comes last: a process that is killed in between leaves an empty segment and no damaged one.
    func open(generation: UInt64, rank: SegmentRank) {
        headerChecksum.pointee.store(0, ordering: .sequentiallyConsistent)
        committed.pointee.store(0, ordering: .relaxed)
        for slot in 0..<RecordSlots.maximumCount { storeCursor(0, slot: slot) }
        base.storeBytes(of: generation, toByteOffset: 32, as: UInt64.self)
        base.storeBytes(of: UInt32(rank.rawValue), toByteOffset: 44, as: UInt32.self)
        headerChecksum.pointee.store(SegmentHeader.checksum(of: base), ordering: .releasing)
    }

    /// Stores a slot's cursor as ``SegmentHeader/cursor(_:slot:seed:)`` made it.
    func storeCursor(_ cursor: UInt64, slot: Int) {
        base.storeBytes(of: cursor, toByteOffset: SegmentHeader.cursorOffset(slot), as: UInt64.self)
    }

    /// Overwrites everything in it with zeros.
    func erase() { base.initializeMemory(as: UInt8.self, repeating: 0, count: size) }
}
