/// Which segments of a ring are empty, which a lane fills, and which are full: what the tracking side knows.
///
/// A value; ``EventBuffer`` keeps it behind a lock that is held for a moment only. When no segment is empty, the oldest full one of ordinary
/// records is given up whole, on the thread that tracks. The reading side learns of that later (``takeEvictions()``); until then it
/// must not look at a segment without a pin (``pin(_:)``), because a lane may be writing other records there.
///
/// "Oldest" is the order in which segments became full.
struct SegmentPool {
    /// What a lane has made of a segment, as the lane knows it: numbers that no damage to the segment's bytes can change.
    struct Filled: Equatable {
        let segment: Int
        let generation: UInt64
        let length: Int
        let count: Int
        /// How many of the records are spans.
        let spanCount: Int
        /// The row of the ledger it belongs to.
        let queue: Int
    }

    /// Records that were given up together with their segment.
    struct Eviction: Equatable {
        /// The segment that held them.
        let segment: Int
        /// When the segment was opened, among its ring's segments.
        let generation: UInt64
        /// How many records the segment held.
        let counts: PerKind<Int>
    }

    private struct Use {
        /// When it was opened; 0: it is empty.
        var generation: UInt64 = 0
        var queue = 0
        var rank = SegmentRank.ordinary
        var length = 0
        var count = 0
        var spanCount = 0
        var counts: PerKind<Int> { PerKind { $0 == .span ? spanCount : count - spanCount } }
        /// Whether a lane is done with it.
        var isFull = false
        /// Whether the reading side knows of this use.
        var isNoted = false
        /// Whether the reading side is looking at its bytes.
        var isRead = false
    }

    private var uses: [Use]
    private var empty: [Int]
    /// The full segments of each rank, oldest first.
    private var full: [[Int]] = [[], []]
    /// The segments that became full since the reading side looked, oldest first.
    private var unseen: [Int] = []
    /// What the reading side knew of and has to hear about; at most one for each segment.
    private var evictions: [Eviction] = []
    /// How many records were given up that the reading side never knew of.
    private var unseenEvictions = PerKind(0)
    private var generation: UInt64 = 0

    /// A pool of so many empty segments.
    init(segmentCount: Int) {
        uses = Array(repeating: Use(), count: segmentCount)
        empty = Array((0..<segmentCount).reversed())
        for rank in full.indices { full[rank].reserveCapacity(segmentCount) }
        unseen.reserveCapacity(segmentCount)
        evictions.reserveCapacity(segmentCount)
    }

    /// How many segments are empty.
    var emptyCount: Int { empty.count }

    // MARK: The tracking side

    /// Says that a lane is done with a segment.
    mutating func seal(_ segment: Int, length: Int, count: Int, spanCount: Int = 0) {
        uses[segment].length = length
        uses[segment].count = count
        uses[segment].spanCount = spanCount
        uses[segment].isFull = true
        full[uses[segment].rank.rawValue].append(segment)
        unseen.append(segment)
    }

    /// An empty segment for a lane: one that is empty already, or else the oldest full one of ordinary records, or else, for records of
    /// priority, the oldest full one of those.
    ///
    /// - Parameters:
    ///   - queue: the row of the ledger that its records will be in.
    ///   - own: calls of `seal` that give up the lane's own ordinary segment, to be used before a record of priority is given up.
    /// - Returns: nil when every segment is being filled, is being read, or is worth more.
    mutating func take(
        _ rank: SegmentRank, queue: Int, sealingOwn own: (inout SegmentPool) -> Void
    ) -> (segment: Int, generation: UInt64)? {
        var taken = empty.popLast() ?? evictOldest(.ordinary)
        if taken == nil, rank == .priority {
            own(&self)
            taken = evictOldest(.ordinary) ?? evictOldest(.priority)
        }
        guard let taken else { return nil }
        generation += 1
        uses[taken] = Use(generation: generation, queue: queue, rank: rank)
        return (taken, generation)
    }

    /// Gives up the records of the oldest full segment of a rank that nobody is looking at.
    private mutating func evictOldest(_ rank: SegmentRank) -> Int? {
        guard
            let place = full[rank.rawValue].firstIndex(where: { !uses[$0].isRead })
        else { return nil }
        let segment = full[rank.rawValue].remove(at: place)
        let use = uses[segment]
        if use.isNoted {
            evictions.append(Eviction(segment: segment, generation: use.generation, counts: use.counts))
        } else {
            unseenEvictions.log += use.counts.log
            unseenEvictions.span += use.counts.span
        }
        if let place = unseen.firstIndex(of: segment) { unseen.remove(at: place) }
        return segment
    }

    // MARK: The reading side

    /// What has been given up since the last call: segments that the reading side knew of, and the number of records it never knew of.
    mutating func takeEvictions() -> (known: [Eviction], unknown: PerKind<Int>) {
        guard !evictions.isEmpty || unseenEvictions.total > 0 else { return ([], PerKind(0)) }
        let result = (evictions, unseenEvictions)
        evictions.removeAll(keepingCapacity: true)
        unseenEvictions = PerKind(0)
        return result
    }

    /// How many segments became full since the last look.
    var unseenCount: Int { unseen.count }

    /// The next segment that became full since the last look, pinned and noted; nil when there are no more.
    mutating func nextFull() -> Filled? {
        guard !unseen.isEmpty else { return nil }
        let segment = unseen.removeFirst()
        note(segment)
        return Filled(
            segment: segment, generation: uses[segment].generation, length: uses[segment].length,
            count: uses[segment].count, spanCount: uses[segment].spanCount,
            queue: uses[segment].queue)
    }

    /// What a lane has made of the segment it fills, which is pinned and noted by this. To be called while the lane is held.
    mutating func noteFilling(_ segment: Int, length: Int, count: Int, spanCount: Int) -> Filled {
        note(segment)
        return Filled(
            segment: segment, generation: uses[segment].generation, length: length, count: count,
            spanCount: spanCount, queue: uses[segment].queue)
    }

    private mutating func note(_ segment: Int) {
        uses[segment].isNoted = true
        uses[segment].isRead = true
    }

    /// Keeps a segment that the reading side knows of from being given up until ``unpin(_:)``; false where that has happened already.
    mutating func pin(_ segment: Int) -> Bool {
        guard uses[segment].isNoted else { return false }
        uses[segment].isRead = true
        return true
    }

    /// Says that nobody is looking at a segment's bytes any more.
    mutating func unpin(_ segment: Int) { uses[segment].isRead = false }

    /// Takes a segment back in which every record is settled, unless it was given up meanwhile.
    mutating func recycle(_ segment: Int, generation: UInt64) {
        guard uses[segment].generation == generation, uses[segment].isFull else { return }
        full[uses[segment].rank.rawValue].removeAll { $0 == segment }
        unseen.removeAll { $0 == segment }
        uses[segment] = Use()
        empty.append(segment)
    }

    /// The rank of a segment that is in use.
    func rank(of segment: Int) -> SegmentRank { uses[segment].rank }
}
