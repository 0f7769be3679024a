import Synchronization

/// The segment of one rank that a lane fills.
///
/// Safety: it lives in the raw memory of ``EventBuffer``, next to its lane, and belongs to the thread that holds the lane.
struct SegmentFill {
    /// The segment, by its place in the buffer; -1: none yet.
    var segment = -1
    /// Where that segment's records begin; nil with no segment.
    var start: UnsafeMutableRawPointer?
    /// How many bytes of records it holds.
    var length = 0
    /// How many bytes would fit.
    var capacity = 0
    /// How many records it holds.
    var count = 0
    /// How many of them are spans.
    var spanCount = 0
    /// What the records' checksums begin with; 0: they have none.
    var seed: UInt64 = 0
    /// The segment's `committed`.
    var committed: UnsafeMutablePointer<Atomic<UInt64>>?
    /// The index's word for how far the segment is written.
    var progress: UnsafeMutablePointer<Atomic<UInt64>>?

    /// How many bytes the next record may have, its head included; 0 with no segment.
    var room: Int { capacity - length }

    /// A fill of an empty segment.
    init(_ segment: Segment, _ entry: RingIndex.Entry, number: Int, seed: UInt64) {
        self.segment = number
        self.seed = seed
        start = segment.records
        capacity = segment.capacity
        committed = segment.committed
        progress = entry.progress
    }

    /// No segment.
    init() {}

    /// Makes the record whose payload is at ``start`` + ``length`` + the size of a head part of the segment.
    ///
    /// The head is written first and the length last, with release order: a thread that sees the length sees the record, and after a kill
    /// between the two the record was never there.
    @inline(__always)
    mutating func commit(_ kind: RecordKind, payload count: Int, time: UInt64) {
        guard let start, let committed, let progress else { return }
        RecordHead.write(at: start + length, length: count, kind: kind, time: time, seed: seed)
        length &+= RecordHead.recordSize(payload: count)
        self.count &+= 1
        if kind == .span { spanCount &+= 1 }
        committed.pointee.store(UInt64(truncatingIfNeeded: length), ordering: .releasing)
        progress.pointee.store(
            RingIndex.Entry.progress(length: length, count: self.count), ordering: .relaxed)
    }
}
