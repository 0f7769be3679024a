import Dispatch
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

/// What becomes of a ring whose exporter does not come back.
@Suite struct RingRoomTests {
    /// Writes until the ring would be full, making room as the delivering side does.
    private func fill(
        _ ring: EventBuffer, _ numbers: Range<UInt64>, isError: (UInt64) -> Bool = { _ in false }
    ) {
        for number in numbers {
            if ring.isShortOfRoom { ring.makeRoom() }
            #expect(TestRecord.write(number, isError: isError(number), size: 1_000, to: ring))
        }
    }

    @Test(arguments: [true, false])
    func `the oldest make room for new ones, and each is counted`(_ isInMemory: Bool) throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: isInMemory ? nil : directory.path, segments: 8)
        fill(ring, 0..<3_000)
        #expect(ring.laneAccount().bufferFull == 0)
        let evicted = ring.settledAccount.dropped[.evicted, default: 0]
        #expect(evicted > 1_500)
        #expect(ring.pendingTotal == 3_000 - Int(evicted))
        let numbers = TestRecord.drain(ring)
        #expect(numbers == Array(evicted..<3_000))
        #expect(ring.pendingTotal == 0)
    }

    @Test(arguments: [true, false])
    func `errors are kept for longer`(_ isInMemory: Bool) throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: isInMemory ? nil : directory.path, segments: 16)
        fill(ring, 0..<6_000) { $0 % 100 == 0 }
        let numbers = TestRecord.drain(ring)
        #expect(Set(numbers).isSuperset(of: stride(from: 0, to: 6_000, by: 100)))
        #expect(Set(numbers).count == numbers.count)
        let account = ring.settledAccount
        #expect(account.delivered == UInt64(numbers.count))
        #expect(account.dropped == [.evicted: UInt64(6_000 - numbers.count)])
        #expect(ring.pendingTotal == 0)
    }

    @Test func `errors that are too many go too, oldest first`() throws {
        let ring = try TestRecord.makeRing(in: nil, segments: 16)
        fill(ring, 0..<6_000) { _ in true }
        let numbers = TestRecord.drain(ring)
        #expect(numbers.last == 5_999)
        #expect(numbers.count > 1_000)
        #expect(ring.settledAccount.dropped == [.evicted: UInt64(6_000 - numbers.count)])
        #expect(ring.pendingTotal == 0)
    }

    @Test func `an exporter that took an error before it was set apart does not get it again`() throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path, exporters: ["quick", "slow"], segments: 16)
        var quick: [UInt64] = []
        for number in 0..<6_000 as Range<UInt64> {
            if ring.isShortOfRoom { ring.makeRoom() }
            TestRecord.write(number, isError: number % 100 == 0, size: 1_000, to: ring)
            if number % 50 == 49 { quick += TestRecord.drain(ring, slot: 0) }
        }
        #expect(quick == Array(0..<6_000))
        let slow = TestRecord.drain(ring, slot: 1)
        #expect(Set(slow).isSuperset(of: stride(from: 0, to: 6_000, by: 100)))
        #expect(TestRecord.drain(ring, slot: 0).isEmpty)
        // The quick one took them all, so nothing is lost.
        #expect(ring.settledAccount.delivered == 6_000)
        #expect(ring.settledAccount.dropped.isEmpty)
        #expect(ring.pendingTotal == 0)
    }

    @Test func `what an exporter has in hand is not taken from under it`() throws {
        let ring = try TestRecord.makeRing(in: nil, segments: 8)
        fill(ring, 0..<50)
        let inHand = try #require(ring.collect(for: 0, maximumCount: 50, maximumBytes: .max))
        fill(ring, 50..<3_000)
        ring.settle(inHand, for: 0, delivered: 50, dropped: nil)
        #expect(ring.settledAccount.delivered == 50)
        let numbers = TestRecord.drain(ring)
        #expect(numbers.last == 2_999)
        #expect(ring.pendingTotal == 0)
        #expect(ring.settledAccount.settled == 3_000)
    }

    @Test func `a kill after room was made loses only what was counted as lost`() throws {
        let directory = try TemporaryFolder()
        let copy = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path, segments: 16)
        fill(ring, 0..<6_000) { $0 % 100 == 0 }
        let evicted = ring.settledAccount.dropped[.evicted, default: 0]
        try TestRecord.copySpool(from: directory.path, to: copy.path)
        let found = TestRecord.adopt(copy.path).spools.flatMap { TestRecord.drain($0) }
        #expect(found.count == 6_000 - Int(evicted))
        #expect(Set(found) == Set(TestRecord.drain(ring)))
    }

    @Test func `with room enough nothing is dropped`() throws {
        let ring = try TestRecord.makeRing(in: nil, segments: 8)
        fill(ring, 0..<100)
        #expect(ring.makeRoom() == 0)
        #expect(ring.settledAccount.settled == 0)
    }

    @Test func `writers, readers and those who make room may all be at work at once`() throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path, exporters: ["a", "b"], segments: 16)
        let writing = Atomic<Int>(2)
        let isBalanced = Atomic<Bool>(true)
        DispatchQueue.concurrentPerform(iterations: 5) { thread in
            if thread < 2 {
                for number in 0..<8_000 as Range<UInt64> {
                    TestRecord.write(number, isError: number % 50 == 0, size: 400, to: ring)
                }
                writing.subtract(1, ordering: .releasing)
            } else {
                while writing.load(ordering: .acquiring) > 0 {
                    switch thread {
                    case 2: TestRecord.drain(ring, slot: 0, batch: 64)
                    case 3:
                        guard let some = ring.collect(for: 1, maximumCount: 20, maximumBytes: .max) else {
                            continue
                        }
                        ring.settle(some, for: 1, delivered: 10, dropped: .exportFailed)
                    default:
                        ring.makeRoom()
                        let (written, settled) = ring.withAccount { ($0.written, $1.settled) }
                        if settled > written { isBalanced.store(false, ordering: .relaxed) }
                    }
                }
            }
        }
        let wasBalanced = isBalanced.load(ordering: .relaxed)
        #expect(wasBalanced)
        TestRecord.drain(ring, slot: 0)
        TestRecord.drain(ring, slot: 1)
        #expect(ring.pendingTotal == 0)
        let lanes = ring.laneAccount()
        #expect(lanes.tracked == lanes.written + lanes.bufferFull)
        #expect(ring.settledAccount.settled == lanes.written)
    }
}
