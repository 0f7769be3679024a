/// Where a record is in its store.
struct RecordPlace: Sendable, Hashable {
    /// The segment, by its place in the store.
    let segment: Int32
    /// The record, by its place in the segment.
    let index: UInt32
}
