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
/// | 40 | segment size, `UInt64` |
/// | 64 | committed, `UInt64`: how many bytes of records are whole; stored last, so a torn record is never read |
/// | 128 | consumed, 8 × `UInt64`: how far each exporter has come; the first serves them all for now |
/// | 256 | records |
///
/// A record is a 16-byte head (payload length `UInt32`, checksum `UInt32` or 0 for none, nanoseconds since 1970 `UInt64`), then its
/// payload, the bytes of an OTLP `LogRecord`, then zero to seven bytes up to a multiple of eight.
///
/// Safety: a view holds a raw pointer into memory that its ``EventBuffer`` keeps mapped until it is gone; views do not outlive it.
struct Segment {
    static let formatVersion: UInt32 = 1
    static let headerSize = 256
    static let recordHeadSize = 16

    private static let magic: UInt64 = 0x314B_424C_4E47_4953  // "SIGNLBK1", little-endian

    /// Where the segment begins.
    let base: UnsafeMutableRawPointer
    /// Its size in bytes, header and all.
    let size: Int

    /// How many bytes of records it holds at most.
    var capacity: Int { size - Segment.headerSize }
    /// Where its records begin.
    var records: UnsafeMutableRawPointer { base + Segment.headerSize }

    /// How many bytes of records are whole. Written by the lane that owns the segment, read by the shipper.
    var committed: UnsafeMutablePointer<Atomic<UInt64>> {
        (base + 64).assumingMemoryBound(to: Atomic<UInt64>.self)
    }

    /// How far the shipper has come. Only the shipper touches it while the segment is in use.
    var consumed: Int {
        get { Int((base + 128).load(as: UInt64.self)) }
        nonmutating set { (base + 128).storeBytes(of: UInt64(newValue), as: UInt64.self) }
    }

    /// Writes the header of a segment that was never used.
    func format(bufferID: (UInt64, UInt64)) {
        base.storeBytes(of: Segment.formatVersion, toByteOffset: 8, as: UInt32.self)
        base.storeBytes(of: UInt32(Segment.headerSize), toByteOffset: 12, as: UInt32.self)
        base.storeBytes(of: bufferID.0, toByteOffset: 16, as: UInt64.self)
        base.storeBytes(of: bufferID.1, toByteOffset: 24, as: UInt64.self)
        base.storeBytes(of: 0, toByteOffset: 32, as: UInt64.self)
        base.storeBytes(of: UInt64(size), toByteOffset: 40, as: UInt64.self)
        committed.initialize(to: Atomic(0))
        consumed = 0
        base.storeBytes(of: Segment.magic, toByteOffset: 0, as: UInt64.self)
    }

    /// Makes the segment empty and the newest of its buffer.
    func open(generation: UInt64) {
        consumed = 0
        committed.pointee.store(0, ordering: .relaxed)
        base.storeBytes(of: generation, toByteOffset: 32, as: UInt64.self)
    }

    /// How many bytes a record with a payload of `length` bytes takes.
    static func recordSize(payload length: Int) -> Int { (recordHeadSize + length + 7) & ~7 }
}
