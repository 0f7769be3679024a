import Testing

@testable import Signalbook

@Suite struct SegmentPoolTests {
    /// A segment for an ordinary record, filled and full.
    private func fill(
        _ pool: inout SegmentPool, _ rank: SegmentRank = .ordinary, count: Int = 10
    ) throws -> (segment: Int, generation: UInt64) {
        let taken = try #require(pool.take(rank, queue: rank.rawValue) { _ in })
        pool.seal(taken.segment, length: 100 * count, count: count)
        return taken
    }

    private func expectFill(_ pool: inout SegmentPool, _ segment: Int) throws {
        let taken = try fill(&pool)
        #expect(taken.segment == segment)
    }

    @Test func `segments are handed out once, in rising generations`() throws {
        var pool = SegmentPool(segmentCount: 3)
        let taken = try (0..<3).map { _ in try #require(pool.take(.ordinary, queue: 0) { _ in }) }
        #expect(Set(taken.map(\.segment)) == [0, 1, 2])
        #expect(taken.map(\.generation) == [1, 2, 3])
        let (fourth, fifth) = (
            pool.take(.ordinary, queue: 0) { _ in }, pool.take(.priority, queue: 1) { _ in }
        )
        #expect(fourth == nil)
        #expect(fifth == nil)
    }

    @Test func `the segment that was full first goes first, ordinary ones before those of priority`() throws {
        var pool = SegmentPool(segmentCount: 4)
        let errors = try fill(&pool, .priority)
        let ordinary = try (0..<3).map { _ in try fill(&pool) }
        for expected in ordinary {
            let taken = pool.take(.priority, queue: 1) { _ in }
            #expect(taken?.segment == expected.segment)
        }
        let taken = pool.take(.ordinary, queue: 0) { _ in }
        #expect(taken == nil, "errors are worth more")
        let last = pool.take(.priority, queue: 1) { _ in }
        #expect(last?.segment == errors.segment)
        let (first, second) = (pool.takeEvictions(), pool.takeEvictions())
        #expect(first.unknown.total == 40)
        #expect(second.unknown.total == 0)
    }

    @Test func `a lane gives up its own ordinary segment before an error is given up`() throws {
        var pool = SegmentPool(segmentCount: 2)
        let own = try #require(pool.take(.ordinary, queue: 0) { _ in })
        _ = try fill(&pool, .priority)
        let taken = pool.take(.priority, queue: 1) { $0.seal(own.segment, length: 10, count: 1) }
        #expect(taken?.segment == own.segment)
        let evictions = pool.takeEvictions()
        #expect(evictions.unknown.total == 1)
    }

    @Test func `what is being read is not given up`() throws {
        var pool = SegmentPool(segmentCount: 3)
        let filled = try (0..<3).map { _ in try fill(&pool) }
        let seen = [pool.nextFull()?.segment, pool.nextFull()?.segment]
        #expect(seen == [filled[0].segment, filled[1].segment])
        try expectFill(&pool, filled[2].segment)
        try expectFill(&pool, filled[2].segment)
        pool.unpin(filled[1].segment)
        try expectFill(&pool, filled[1].segment)
        let isPinned = pool.pin(filled[1].segment)
        #expect(!isPinned, "it is another use now")
        let isPinnedAgain = pool.pin(filled[0].segment)
        #expect(isPinnedAgain)
        var tenLogs = PerKind(0)
        tenLogs.log = 10
        let (known, unknown) = pool.takeEvictions()
        #expect(
            known == [
                SegmentPool.Eviction(
                    segment: filled[1].segment, generation: filled[1].generation, counts: tenLogs)
            ])
        #expect(unknown.log == 20)
    }

    @Test func `a settled segment comes back, unless it has become another one`() throws {
        var pool = SegmentPool(segmentCount: 2)
        let first = try fill(&pool)
        _ = pool.nextFull()
        pool.unpin(first.segment)
        pool.recycle(first.segment, generation: first.generation)
        #expect(pool.emptyCount == 2)
        let second = try fill(&pool)
        _ = try fill(&pool)
        let fourth = try fill(&pool)
        #expect(fourth.segment == second.segment)
        pool.recycle(second.segment, generation: second.generation)
        #expect(pool.emptyCount == 0)
    }
}
