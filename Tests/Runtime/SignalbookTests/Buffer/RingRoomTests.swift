import Dispatch
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

/// What becomes of a ring whose exporter does not come back.
@Suite struct RingRoomTests {
    /// Writes records of 1,000 bytes, each of which must find room.
    private func fill(
        _ ring: EventBuffer, _ numbers: Range<UInt64>, isError: (UInt64) -> Bool = { _ in false }
    ) {
        for number in numbers {
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
        #expect((1_900..<2_200).contains(evicted))
        #expect(ring.pendingTotal == 3_000 - Int(evicted))
        #expect(ring.pendingCount(for: 0) == 3_000 - Int(evicted))
        let numbers = TestRecord.drain(ring)
        #expect(numbers == Array(evicted..<3_000))
        #expect(ring.pendingTotal == 0)
    }

    @Test func `what a delivery has seen already is given up as well, and counted once`() throws {
        let ring = try TestRecord.makeRing(in: nil, exporters: ["a", "b"], segments: 8)
        fill(ring, 0..<500)
        #expect(TestRecord.drain(ring, slot: 0) == Array(0..<500))
        fill(ring, 500..<3_000)
        // The first exporter took the first 500, so they are delivered although the second one never gets them.
        let account = ring.settledAccount
        #expect(account.delivered == 500)
        let evicted = account.dropped[.evicted, default: 0]
        #expect(account.dropped == [.evicted: evicted])
        let kept = Array((500 + evicted)..<3_000)
        #expect(TestRecord.drain(ring, slot: 0) == kept)
        #expect(TestRecord.drain(ring, slot: 1) == kept)
        #expect(ring.pendingTotal == 0)
        #expect(ring.pendingCount(for: 0) == 0)
        #expect(ring.pendingCount(for: 1) == 0)
    }

    @Test(arguments: [2, 3, 8])
    func `the smallest ring keeps the newest and prefers errors`(_ segments: Int) throws {
        let ring = try TestRecord.makeRing(in: nil, segments: segments)
        for number in 0..<2_000 as Range<UInt64> {
            let isError = number % 5 == 0
            let hasRoom = TestRecord.write(number, isError: isError, size: 1_000, to: ring)
            #expect(hasRoom || !isError)
        }
        let numbers = TestRecord.drain(ring)
        #expect(numbers.contains(1_995))
        let errors = numbers.filter { $0 % 5 == 0 }
        let lost = 400 - errors.count
        #expect(errors == Array(stride(from: UInt64(5 * lost), to: 2_000, by: 5)))
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

    /// A million records a second for a moment while the backend is down: FAULTS A3.
    @Test(arguments: [1, 2, 7, 64])
    func `in a burst no error is lost while an ordinary record is kept, and the newest are kept`(
        _ threads: Int
    ) throws {
        let clock = Atomic<UInt64>(0)
        // As a buffer of 1 MB is divided.
        let ring = try TestRecord.makeRing(in: nil, segments: 8)
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            for _ in 0..<(20_000 / threads) {
                let number = clock.add(1, ordering: .relaxed).oldValue
                TestRecord.write(number, isError: number % 5 == 0, size: 284, to: ring)
            }
        }
        let written = clock.load(ordering: .relaxed)
        let kept = TestRecord.drain(ring)
        let errors = kept.filter { $0 % 5 == 0 }.sorted()
        let ordinary = kept.filter { $0 % 5 != 0 }
        let segmentCount = (TestRecord.segmentSize - Segment.headerSize) / RecordHead.recordSize(payload: 284)
        // 4,000 errors are more than there is room for, so ordinary records are only where a lane was filling a segment.
        #expect(ordinary.count <= ring.laneCount * segmentCount)
        #expect(errors.count >= (8 - 2 * ring.laneCount) * segmentCount)
        // Of the errors the newest, but for what the threads wrote at the same time in two lanes.
        let newest = errors.suffix(errors.count - ring.laneCount * segmentCount)
        let oldestOfThem = try #require(newest.first)
        let after = (oldestOfThem..<written).count { $0 % 5 == 0 }
        #expect(after - newest.count <= ring.laneCount * segmentCount)
        let account = ring.settledAccount
        let full = ring.laneAccount().bufferFull
        #expect(account.dropped[.evicted, default: 0] + full == written - UInt64(kept.count))
        #expect(ring.pendingTotal == 0)
    }

    @Test func `while errors fit, a burst of ordinary records costs none of them`() throws {
        let ring = try TestRecord.makeRing(in: nil, segments: 8)
        for number in 0..<20_000 as Range<UInt64> {
            #expect(TestRecord.write(number, isError: number % 50 == 0, size: 284, to: ring))
        }
        let kept = TestRecord.drain(ring)
        #expect(kept.filter { $0 % 50 == 0 } == Array(stride(from: 0, to: 20_000, by: 50)))
        let ordinary = kept.filter { $0 % 50 != 0 }
        let oldest = try #require(ordinary.first)
        #expect(ordinary == (oldest..<20_000).filter { $0 % 50 != 0 })
        #expect(ordinary.count > 1_000)
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

    @Test func `writers and readers may all be at work at once, also in a ring that is full`() throws {
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
                        ring.expire()
                        let (lanes, settled) = ring.accounts()
                        if settled.total.settled > lanes.total.written {
                            isBalanced.store(false, ordering: .relaxed)
                        }
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

    @Test func `that records are given up is said`() throws {
        let log = DiagnosticRecord()
        let ring = EventBuffer(
            storage: BufferStorage.inMemory(segmentCount: 2, segmentSize: TestRecord.segmentSize),
            identifier: 1, diagnostics: DiagnosticChannel { log.add($0) })
        fill(ring, 0..<100)
        ring.reportEvictions()
        #expect(log.codes.isEmpty)
        fill(ring, 100..<1_000)
        ring.reportEvictions()
        ring.reportEvictions()
        #expect(log.codes == [.eventDropped])
    }
}
