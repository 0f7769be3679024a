/// The places that a store has for exporters.
enum RecordSlots {
    /// How many there are at most; a segment's header has a cursor for each.
    static let maximumCount = 8
}
