/// What became of the events tracked through one lane.
struct LaneAccount {
    /// All of them.
    var tracked: UInt64 = 0
    /// Now in the buffer, or once there.
    var written: UInt64 = 0
    /// Left out by sampling.
    var sampledOut: UInt64 = 0
    /// Refused for breaking a constraint.
    var rejected: UInt64 = 0
    /// Lost because the buffer was full.
    var bufferFull: UInt64 = 0
    /// Lost because the record was larger than ``EventBuffer/maximumRecordSize``.
    var tooLarge: UInt64 = 0
    /// Lost because it came after `shutdown`.
    var afterShutdown: UInt64 = 0

    static func += (sum: inout LaneAccount, lane: LaneAccount) {
        sum.tracked += lane.tracked
        sum.written += lane.written
        sum.sampledOut += lane.sampledOut
        sum.rejected += lane.rejected
        sum.bufferFull += lane.bufferFull
        sum.tooLarge += lane.tooLarge
        sum.afterShutdown += lane.afterShutdown
    }
}
