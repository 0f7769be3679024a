/// One writer's place in the buffer: the account of what was tracked through it; the segments it fills are next to it
/// (``EventBuffer/fill(of:_:)``).
///
/// Threads choose a lane by their number and move on to the next one when it is held, so that two threads hardly ever wait
/// for each other or share a cache line. The lock is before the lane in memory and not a part of it: the thread that holds it has the
/// whole of this value to itself.
///
/// Safety: lanes live in raw memory owned by ``EventBuffer``; they are reached only through its `acquireLane`.
struct Lane: ~Copyable {
    /// The lane's place among its buffer's lanes.
    let index: Int
    /// What became of the events tracked through this lane.
    var account = LaneAccount()
    /// What became of the spans that ended through this lane.
    var spanAccount = LaneAccount()
    /// The identifier of the next record.
    var recordID: RecordIdentifier
    /// The state of this lane's random numbers, for sampling events that belong to no request.
    var random: UInt64

    init(index: Int, recordID: RecordIdentifier, random: UInt64) {
        self.index = index
        self.recordID = recordID
        self.random = random
    }

    /// The next random number (SplitMix64, Steele et al. 2014).
    mutating func nextRandom() -> UInt64 {
        random &+= 0x9E37_79B9_7F4A_7C15
        var mixed = random
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
