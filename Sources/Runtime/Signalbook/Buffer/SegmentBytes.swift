/// The bytes behind a ledger: the mapped ring, or the files of an adopted one.
protocol SegmentBytes {
    /// The record at an offset of a segment.
    mutating func record(in segment: Int, at offset: UInt32, seed: UInt64) -> RecordLookup

    /// Whether a record is what it was when ``record(in:at:seed:)`` found it, so that what has been copied meanwhile is right.
    func isUnchanged(_ record: UnsafeRawBufferPointer, length: Int, seed: UInt64) -> Bool

    /// Puts what is special about a record into its head.
    mutating func store(_ state: RecordState, in segment: Int, at offset: UInt32)

    /// Puts a slot's cursor into a segment's header, and the number of records before it into the ring's index.
    mutating func store(cursor offset: UInt32, count: Int, slot: Int, in segment: Int, seed: UInt64)
}
