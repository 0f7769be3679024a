/// Records that were collected from a store for one exporter.
struct RecordCollection: Sendable {
    /// Copies of the records, oldest first, for the exporter to keep as long as it likes.
    let batch: RecordBatch
    /// How many there are.
    var count: Int { batch.count }
    /// When the oldest was tracked, in nanoseconds since 1970.
    let oldestTime: UInt64
    /// Where each record is in its store. Only the store uses it.
    let places: [RecordPlace]
    /// Distinguishes the collections of a store.
    let token: UInt64
}
