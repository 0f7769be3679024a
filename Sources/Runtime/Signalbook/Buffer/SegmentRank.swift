/// What the records of a segment are worth when the ring is full.
///
/// A lane fills a segment of each rank, so that a full ring gives up ordinary records without touching errors: whole segments, and no
/// record is copied.
enum SegmentRank: Int, CaseIterable {
    /// Records below severity error.
    case ordinary = 0
    /// Records of severity error and above.
    case priority = 1
}
