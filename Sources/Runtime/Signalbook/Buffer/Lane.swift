import Synchronization

/// One writer's place in the buffer: the segment it fills, and the account of what was tracked through it.
///
/// Threads choose a lane by their number and move on to the next one when it is held, so that two threads hardly ever wait
/// for each other or share a cache line. The lock stands before the lane in memory and is no part of it: whoever holds it has the
/// whole of this value to themselves.
///
/// Safety: lanes live in raw memory owned by ``EventBuffer``; they are reached only through its `acquireLane`.
struct Lane: ~Copyable {
    /// The lane's place among its buffer's lanes.
    let index: Int
    /// The segment it fills, by its place in the buffer; -1: none yet.
    var segment = -1
    /// Where that segment's records begin; nil with no segment.
    var start: UnsafeMutableRawPointer?
    /// How many bytes of records stand there.
    var length = 0
    /// How many records those are.
    var count = 0
    /// When the segment was opened, among its buffer's segments.
    var generation: UInt64 = 0
    /// What the records' checksums begin with; 0: they have none.
    var seed: UInt64 = 0
    /// How many would fit.
    var capacity = 0
    /// That segment's `committed`.
    var committed: UnsafeMutablePointer<Atomic<UInt64>>?
    /// What became of the events tracked through this lane.
    var account = LaneAccount()
    /// The identifier of the next record.
    var recordID: RecordIdentifier
    /// The state of this lane's random numbers, for sampling events that belong to no request.
    var random: UInt64

    init(index: Int, recordID: RecordIdentifier, random: UInt64) {
        self.index = index
        self.recordID = recordID
        self.random = random
    }

    /// How many bytes the next record may have, its head included; 0 with no segment.
    var room: Int { capacity - length }

    /// The next random number (SplitMix64, Steele et al. 2014).
    mutating func nextRandom() -> UInt64 {
        random &+= 0x9E37_79B9_7F4A_7C15
        var mixed = random
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Makes the record written behind ``start`` + ``length`` part of the segment.
    ///
    /// The head first, the length last and with release order: who sees the length sees the record, and after a kill between the
    /// two the record was never there.
    @inline(__always)
    mutating func commit(payload count: Int, time: UInt64) {
        guard let start, let committed else { return }
        RecordHead.write(at: start + length, length: count, time: time, seed: seed)
        length += RecordHead.recordSize(payload: count)
        self.count += 1
        committed.pointee.store(UInt64(length), ordering: .releasing)
        account.written += 1
        recordID.advance()
    }
}
