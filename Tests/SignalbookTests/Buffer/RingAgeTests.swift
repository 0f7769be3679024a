import Foundation
import Testing

@testable import Signalbook

/// How long records may wait in the ring of the process that tracked them.
@Suite struct RingAgeTests {
    /// A time of day that a test sets.
    private final class Clock: Sendable {
        private let time: Locked<UInt64>
        init(_ time: UInt64) { self.time = Locked(time) }
        func set(_ new: UInt64) { time.withLock { $0 = new } }
        var now: @Sendable () -> UInt64 { { self.time.withLock { $0 } } }
    }

    /// A ring in which records may get 100 old.
    private func makeRing(
        _ clock: Clock, in directory: String? = nil, exporters: [String] = ["a"]
    ) throws -> EventBuffer {
        let storage =
            try directory.map {
                try BufferStorage.mapped(in: $0, segmentCount: 8, segmentSize: TestRecord.segmentSize)
            } ?? BufferStorage.inMemory(segmentCount: 8, segmentSize: TestRecord.segmentSize)
        let ring = EventBuffer(
            storage: storage, identifier: 7, age: AgeLimit(maximumAge: 100, now: clock.now))
        ring.assign(exporters: exporters)
        return ring
    }

    @Test(arguments: [false, true])
    func `who collects gets what is young enough, and the rest is counted as expired`(_ isInFiles: Bool)
        throws
    {
        let directory = try TemporaryDirectory()
        let clock = Clock(0)
        let ring = try makeRing(clock, in: isInFiles ? directory.path : nil)
        for number in 0..<1_000 as Range<UInt64> {
            TestRecord.write(number, isError: number % 10 == 0, to: ring)
        }
        clock.set(99)
        #expect(
            TestRecord.numbers(ring.collect(for: 0, maximumCount: 5, maximumBytes: .max)) == [0, 1, 2, 3, 4])
        clock.set(700)
        #expect(TestRecord.drain(ring) == Array(600..<1_000))
        #expect(ring.settledAccount.dropped == [.expired: 600])
        #expect(ring.settledAccount.delivered == 400)
        #expect(ring.pendingTotal == 0)
    }

    @Test func `nobody need collect for old records to go, but those in hand stay`() throws {
        let clock = Clock(0)
        let ring = try makeRing(clock, exporters: ["quick", "slow"])
        // Two segments and some.
        for number in 0..<3_000 as Range<UInt64> { TestRecord.write(number, time: number, to: ring) }
        let quick = TestRecord.drain(ring, slot: 0)
        #expect(quick.count == 3_000)
        let inHand = try #require(ring.collect(for: 1, maximumCount: 10, maximumBytes: .max))
        clock.set(2_600)
        ring.expire()
        // The first segment is in somebody's hand, and nothing before it may be counted twice.
        #expect(ring.pendingCount(for: 1) < 3_000)
        #expect(ring.settledAccount.dropped.isEmpty, "the quick one had them all")
        ring.settle(inHand, for: 1, delivered: 10, dropped: nil)
        ring.expire()
        #expect(ring.pendingCount(for: 1) == 500)
        #expect(ring.settledAccount.delivered == 2_500)
        #expect(TestRecord.drain(ring, slot: 1) == Array(2_500..<3_000))
        #expect(ring.pendingTotal == 0)
        #expect(ring.settledAccount.dropped.isEmpty)
    }

    @Test func `what expires makes room`() throws {
        let clock = Clock(0)
        let ring = try makeRing(clock)
        var number: UInt64 = 0
        while TestRecord.write(number, isError: true, size: 1_000, to: ring) { number += 1 }
        clock.set(number + 50)
        #expect(ring.makeRoom() == 0)
        #expect(ring.settledAccount.dropped == [.expired: number - 50])
        #expect(!ring.isShortOfRoom)
        #expect(TestRecord.drain(ring) == Array((number - 50)..<number))
    }

    @Test func `a jump of the time of day makes no record old`() {
        let hour: UInt64 = 3_600_000_000_000
        let wall = Clock(1_000 * hour)
        let steady = AgeLimit(maximumAge: 48 * hour, now: AgeLimit.steadyClock(wall.now))
        // Tracked before the jump forward.
        wall.set(9_000 * hour)
        #expect(steady.notBefore <= 1_000 * hour)
        // Tracked after the jump back.
        wall.set(100 * hour)
        #expect(steady.notBefore == 52 * hour)
        wall.set(10)
        #expect(steady.notBefore == 0)
    }

    @Test func `with no limit, or less than that on the clock, nothing is old`() {
        #expect(AgeLimit.none.notBefore == 0)
        #expect(AgeLimit(maximumAge: 100, now: { 100 }).notBefore == 0)
        #expect(AgeLimit(maximumAge: 100, now: { 101 }).notBefore == 1)
    }
}
