/// A record that an exporter still waits for, while it moves to another segment.
struct AwaitedRecord {
    /// Its place in the segment it is in.
    let index: Int
    /// Head, payload and padding.
    let bytes: [UInt8]
    /// What its head says in the new place.
    let state: RecordState
}
