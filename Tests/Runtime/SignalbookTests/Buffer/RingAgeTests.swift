import Foundation
import Testing
import TestSupport

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
        ring.assign(exporters.map { ExporterSlot(name: $0) })
        return ring
    }

    @Test(arguments: [false, true])
    func `who collects gets what is young enough, and the rest is counted as expired`(_ isInFiles: Bool)
        throws
    {
        let directory = try TemporaryFolder()
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

    @Test(arguments: [false, true])
    func `what one exporter has in hand is not lost because it gets too old for another`(_ arrives: Bool)
        throws
    {
        let clock = Clock(0)
        let ring = try makeRing(clock, exporters: ["a", "b", "c"])
        for number in 0..<100 as Range<UInt64> { TestRecord.write(number, time: number, to: ring) }
        let inHand = try #require(ring.collect(for: 0, maximumCount: 100, maximumBytes: .max))
        clock.set(1_000)
        for slot in [1, 2] {
            #expect(ring.collect(for: slot, maximumCount: 100, maximumBytes: .max) == nil)
            #expect(ring.pendingCount(for: slot) == 0)
        }
        #expect(ring.pendingCount(for: 0) == 100)
        #expect(ring.pendingTotal == 100)
        if arrives {
            ring.settle(inHand, for: 0, delivered: 90, dropped: .exportFailed)
            #expect(ring.settledAccount.delivered == 90)
            #expect(ring.settledAccount.dropped == [.exportFailed: 10])
        } else {
            // It lets go of them.
            #expect(ring.collect(for: 0, maximumCount: 100, maximumBytes: .max) == nil)
            #expect(ring.settledAccount.delivered == 0)
            #expect(ring.settledAccount.dropped == [.expired: 100])
        }
        #expect(ring.pendingCount(for: 0) == 0)
        #expect(ring.pendingTotal == 0)
    }

    @Test func `what another exporter has settled before those it has in hand is still counted as expired`()
        throws
    {
        let clock = Clock(0)
        let ring = try makeRing(clock, exporters: ["a", "b"])
        for number in 0..<100 as Range<UInt64> { TestRecord.write(number, time: number, to: ring) }
        let first = try #require(ring.collect(for: 0, maximumCount: 50, maximumBytes: .max))
        ring.settle(first, for: 0, delivered: 0, dropped: .exportFailed)
        let second = try #require(ring.collect(for: 0, maximumCount: 50, maximumBytes: .max))
        clock.set(1_000)
        #expect(ring.collect(for: 1, maximumCount: 100, maximumBytes: .max) == nil)
        #expect(ring.settledAccount.dropped == [.expired: 50])
        ring.settle(second, for: 0, delivered: 50, dropped: nil)
        #expect(ring.settledAccount.delivered == 50)
        #expect(ring.settledAccount.dropped == [.expired: 50])
        #expect(ring.pendingTotal == 0)
    }

    @Test func `a record is not delivered to an exporter for which it was too old, after a kill either`()
        throws
    {
        let directory = try TemporaryFolder()
        let clock = Clock(0)
        let ring = try makeRing(clock, in: directory.path, exporters: ["a", "b"])
        for number in 0..<100 as Range<UInt64> { TestRecord.write(number, time: number, to: ring) }
        let inHand = try #require(ring.collect(for: 0, maximumCount: 100, maximumBytes: .max))
        clock.set(1_000)
        #expect(ring.collect(for: 1, maximumCount: 100, maximumBytes: .max) == nil)
        let copy = try TemporaryFolder()
        try TestRecord.copySpool(from: directory.path, to: copy.path)
        ring.settle(inHand, for: 0, delivered: 100, dropped: nil)
        var limits = SpoolLimits()
        limits.maximumAge = 100
        let (adopter, spools) = TestRecord.adopt(
            copy.path, exporters: ["a", "b"], limits: limits, now: 1_000)
        #expect(spools.flatMap { TestRecord.drain($0) }.isEmpty)
        #expect(adopter.account.recovered == 100)
        #expect(adopter.account.dropped == [.expired: 100])
    }

    @Test func `what expires makes room`() throws {
        let clock = Clock(0)
        let ring = try makeRing(clock)
        for number in 0..<900 as Range<UInt64> {
            TestRecord.write(number, isError: true, size: 1_000, to: ring)
        }
        clock.set(950)
        let before = ring.pool.withLock { $0.emptyCount }
        ring.expire()
        #expect(ring.settledAccount.dropped == [.expired: 850])
        #expect(ring.pool.withLock { $0.emptyCount } > before + 3)
        #expect(TestRecord.drain(ring) == Array(850..<900))
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
