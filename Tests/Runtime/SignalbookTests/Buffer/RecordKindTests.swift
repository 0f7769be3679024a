import Testing
import TestSupport

@testable import Signalbook

/// Rings with log records and spans in the same segments.
@Suite struct RecordKindTests {
    private static let slots = [
        ExporterSlot(name: "otlp"), ExporterSlot(name: "otlp", kind: .span), ExporterSlot(name: "json"),
    ]

    /// A ring with 100 records, of which every third is a span.
    private func makeRing(in directory: String?, _ slots: [ExporterSlot] = slots) throws -> EventBuffer {
        let ring = try TestRecord.makeRing(in: directory)
        ring.assign(slots)
        for number in 0..<100 as Range<UInt64> {
            TestRecord.write(number, number % 3 == 0 ? .span : .log, to: ring)
        }
        return ring
    }

    private let logs = (0..<100 as Range<UInt64>).filter { $0 % 3 != 0 }
    private let spans = (0..<100 as Range<UInt64>).filter { $0 % 3 == 0 }

    @Test(arguments: [true, false])
    func `each slot gets the records of its kind alone, in batches of that kind`(_ isInMemory: Bool) throws {
        let directory = try TemporaryFolder()
        let ring = try makeRing(in: isInMemory ? nil : directory.path)
        #expect((0...2).map { ring.pendingCount(for: $0) } == [66, 34, 66])
        let some = try #require(ring.collect(for: 1, maximumCount: 10, maximumBytes: .max))
        #expect(some.batch.kind == .spans)
        #expect(TestRecord.numbers(some) == Array(spans.prefix(10)))
        #expect(ring.collect(for: 0, maximumCount: 10, maximumBytes: .max)?.batch.kind == .logs)
        ring.settle(some, for: 1, delivered: 10, dropped: nil)
        #expect(TestRecord.drain(ring, slot: 0) == logs)
        #expect(TestRecord.drain(ring, slot: 1) == Array(spans.dropFirst(10)))
        #expect(ring.pendingTotal == 66, "the other exporter of log records has had none")
        #expect(TestRecord.drain(ring, slot: 2) == logs)
        let (lanes, settled) = ring.accounts()
        #expect(lanes.log.written == 66)
        #expect(lanes.span.written == 34)
        #expect(settled.log.delivered == 66)
        #expect(settled.span.delivered == 34)
        #expect(settled.total.dropped.isEmpty)
        #expect((0...2).map { ring.pendingCount(for: $0) } == [0, 0, 0])
    }

    @Test func `what no exporter takes is dropped for that reason, and waits for none`() throws {
        let ring = try makeRing(in: nil, [ExporterSlot(name: "json")])
        #expect(TestRecord.drain(ring) == logs)
        let settled = ring.accounts().settled
        #expect(settled.span.dropped == [.noExporter: 34])
        #expect(settled.log.delivered == 66)
        #expect(settled.log.dropped.isEmpty)
        #expect(ring.pendingTotal == 0)
    }

    @Test func `a ring of both kinds is adopted, each exporter going on where it was`() throws {
        let directory = try TemporaryFolder()
        do {
            let ring = try makeRing(in: directory.path)
            let some = try #require(ring.collect(for: 0, maximumCount: 20, maximumBytes: .max))
            ring.settle(some, for: 0, delivered: 15, dropped: .exportFailed)
            let others = try #require(ring.collect(for: 1, maximumCount: 5, maximumBytes: .max))
            ring.settle(others, for: 1, delivered: 5, dropped: nil)
        }
        // The next process has its exporters in another order, and one that is new.
        let slots = [Self.slots[1], ExporterSlot(name: "console"), Self.slots[2], Self.slots[0]]
        let (adopter, spools) = TestRecord.adopt(directory.path, slots: slots)
        let spool = try #require(spools.first)
        #expect((0...3).map { spool.pendingCount(for: $0) } == [29, 0, 66, 46])
        #expect(TestRecord.drain(spool, slot: 0) == Array(spans.dropFirst(5)))
        #expect(TestRecord.drain(spool, slot: 3) == Array(logs.dropFirst(20)))
        #expect(TestRecord.drain(spool, slot: 2) == logs)
        let accounts = adopter.accounts
        #expect(accounts.log.recovered == 66)
        #expect(accounts.log.delivered == 66)
        // The first five are settled: no other exporter wants spans.
        #expect(accounts.span.recovered == 29)
        #expect(accounts.span.delivered == 29)
        #expect(directory.names.isEmpty)
    }

    @Test func `spans for an exporter that is gone are dropped, but for those it had had`() throws {
        let directory = try TemporaryFolder()
        do {
            let ring = try makeRing(in: directory.path)
            let some = try #require(ring.collect(for: 1, maximumCount: 5, maximumBytes: .max))
            ring.settle(some, for: 1, delivered: 5, dropped: nil)
        }
        let (adopter, spools) = TestRecord.adopt(directory.path, slots: [ExporterSlot(name: "json")])
        #expect(spools.flatMap { TestRecord.drain($0) } == logs)
        let accounts = adopter.accounts
        #expect(accounts.span.recovered == 29)
        #expect(accounts.span.dropped == [.noExporter: 29])
        #expect(accounts.log.delivered == 66)
    }

    @Test func `a full ring counts what it gives up by kind, whether it was seen before or not`() throws {
        let ring = try TestRecord.makeRing(in: nil, segments: 4)
        ring.assign(Self.slots)
        var numbers = 0..<100 as Range<UInt64>
        for _ in 0..<20 {
            for number in numbers {
                TestRecord.write(number, number % 3 == 0 ? .span : .log, size: 1_000, to: ring)
            }
            _ = ring.collect(for: 0, maximumCount: 0, maximumBytes: 0)
            numbers = numbers.upperBound..<(numbers.upperBound + 100)
        }
        let kept = TestRecord.drain(ring, slot: 0) + TestRecord.drain(ring, slot: 1)
        TestRecord.drain(ring, slot: 2)
        let (lanes, settled) = ring.accounts()
        #expect(lanes.total.written == 2_000)
        #expect(settled.span.delivered == UInt64(kept.count { $0 % 3 == 0 }))
        #expect(settled.span.settled == lanes.span.written)
        #expect(settled.log.settled == lanes.log.written)
        #expect(ring.pendingTotal == 0)
    }
}
