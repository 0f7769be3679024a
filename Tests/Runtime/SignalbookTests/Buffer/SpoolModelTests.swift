import Testing
import TestSupport

@testable import Signalbook

/// Random lives of a spool against a model of what must be in it. A seed that fails fails again.
@Suite struct SpoolModelTests {
    /// What a spool must hold: for each number the slots that have not settled it, and whether one of them took it.
    private struct Model {
        var waiting: [UInt64: Set<Int>] = [:]
        var taken: Set<UInt64> = []
        /// Since the last kill: what the accounts must say.
        var delivered = 0
        var dropped: [DropReason: Int] = [:]

        mutating func settle(_ numbers: [UInt64], slot: Int, delivered: Int, reason: DropReason) {
            for (place, number) in numbers.enumerated() {
                if place < delivered { taken.insert(number) }
                waiting[number]?.remove(slot)
                guard waiting[number]?.isEmpty == true else { continue }
                waiting[number] = nil
                if taken.contains(number) { self.delivered += 1 } else { dropped[reason, default: 0] += 1 }
            }
        }
    }

    /// Two that take log records, and one that takes spans.
    private static let exporters = [
        ExporterSlot(name: "a"), ExporterSlot(name: "b", kind: .span), ExporterSlot(name: "c"),
    ]

    private static func makeRing(
        in directory: String, _ random: inout SeededGenerator
    ) throws -> EventBuffer {
        let ring = try TestRecord.makeRing(
            in: directory, identifier: .random(in: 1...UInt64.max, using: &random))
        ring.assign(exporters)
        return ring
    }

    @Test(arguments: 0..<UInt64(LongTests.count(6, long: 200)))
    func `whatever is written, settled in part and killed, nothing is lost, nothing comes twice`(
        _ seed: UInt64
    )
        throws
    {
        var random = SeededGenerator(seed: seed)
        let directory = try TemporaryFolder()
        var model = Model()
        var next: UInt64 = 0
        var ring: EventBuffer? = try Self.makeRing(in: directory.path, &random)
        var life: (adopter: SpoolAdopter, spools: [AdoptedSpool])? = TestRecord.adopt(
            directory.path, slots: Self.exporters)
        for _ in 0..<120 {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<40:
                for _ in 0..<Int.random(in: 1...60, using: &random) {
                    let own = try #require(ring)
                    // What is given up for want of room is another test's.
                    guard own.pool.withLock({ $0.emptyCount }) > 0 else { break }
                    let kind: RecordKind = Int.random(in: 0..<4, using: &random) == 0 ? .span : .log
                    guard
                        TestRecord.write(
                            next, kind, isError: Int.random(in: 0..<5, using: &random) == 0,
                            size: Int.random(in: 40...2_000, using: &random), to: own)
                    else { continue }
                    model.waiting[next] = Set(
                        Self.exporters.indices.filter { Self.exporters[$0].kind == kind })
                    next += 1
                }
            case 40..<90:
                let stores: [any RecordStore] = [try #require(ring)] + (life?.spools ?? [])
                let store = stores[Int.random(in: stores.indices, using: &random)]
                let slot = Int.random(in: Self.exporters.indices, using: &random)
                guard
                    let some = store.collect(
                        for: slot, maximumCount: Int.random(in: 1...80, using: &random),
                        maximumBytes: Int.random(in: 1...60_000, using: &random))
                else { continue }
                let numbers = TestRecord.numbers(some)
                for number in numbers { #expect(model.waiting[number]?.contains(slot) == true) }
                // Now and then it is collected for nothing.
                guard Int.random(in: 0..<5, using: &random) > 0 else { continue }
                let delivered = Int.random(in: 0...numbers.count, using: &random)
                let reason: DropReason = Bool.random(using: &random) ? .exportFailed : .tooLarge
                store.settle(some, for: slot, delivered: delivered, dropped: reason)
                model.settle(numbers, slot: slot, delivered: delivered, reason: reason)
            default:
                // A kill, and the next start.
                ring = nil
                life = nil
                life = TestRecord.adopt(directory.path, slots: Self.exporters)
                ring = try Self.makeRing(in: directory.path, &random)
                (model.delivered, model.dropped) = (0, [:])
            }
            let own = try #require(ring).settledAccount
            let adopted = try #require(life).adopter.account
            #expect(Int(own.delivered + adopted.delivered) == model.delivered)
            #expect(
                own.dropped.merging(adopted.dropped, uniquingKeysWith: +).mapValues { Int($0) }
                    == model.dropped)
            #expect(try #require(ring).pendingTotal + adopted.pending == model.waiting.count)
        }
        let stores: [any RecordStore] = [try #require(ring)] + (life?.spools ?? [])
        for slot in Self.exporters.indices {
            let found = stores.flatMap { TestRecord.drain($0, slot: slot) }
            #expect(Set(found) == Set(model.waiting.filter { $0.value.contains(slot) }.keys))
            #expect(Set(found).count == found.count)
        }
    }

    @Test(arguments: 100..<(100 + UInt64(LongTests.count(6, long: 100))))
    func `whatever is damaged, the account balances and no more is lost than was hit`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let directory = try TemporaryFolder()
        var ring: EventBuffer? = try TestRecord.makeRing(
            in: directory.path, identifier: .random(in: 1...UInt64.max, using: &random))
        var written: Set<UInt64> = []
        for number in 0..<800 as Range<UInt64> {
            if TestRecord.write(
                number, size: Int.random(in: 40...900, using: &random), to: try #require(ring))
            {
                written.insert(number)
            }
        }
        ring = nil
        var hits = 0
        for path in TestRecord.segmentFiles(in: directory.path) {
            try TestRecord.edit(path) { bytes in
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    // Behind the header; a hit there may cost the whole segment.
                    bytes[Int.random(in: Segment.headerSize..<bytes.count, using: &random)] ^=
                        UInt8.random(in: 1...255, using: &random)
                    hits += 1
                }
            }
        }
        let (adopter, spools) = TestRecord.adopt(directory.path)
        let found = spools.flatMap { TestRecord.drain($0) }
        #expect(Set(found).count == found.count)
        #expect(Set(found).isSubset(of: written))
        #expect(written.count - found.count <= hits)
        let account = adopter.account
        #expect(account.pending == 0)
        #expect(Int(account.delivered) == found.count)
        #expect(account.droppedTotal <= hits)
        #expect(account.droppedTotal > 0 || found.count == written.count)
    }
}
