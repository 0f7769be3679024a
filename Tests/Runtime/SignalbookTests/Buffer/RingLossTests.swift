import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// What a ring counts at its end whose files somebody has truncated, removed or replaced: all that no other process will find, and no more.
@Suite(.disabled(if: ThreadSanitizer.isPresent, "a fault in its midst finds its locks held"))
struct RingLossTests {
    /// What is done to every segment file of a ring.
    enum Damage: CaseIterable {
        case emptied, cut, cutWithinPage, cutAndExtended, written, replaced, removed, removedAll

        /// How many records of 80 bytes, behind a header of 256, are left.
        var intactCount: Int {
            switch self {
            case .cut: 201
            case .cutWithinPage: 121
            default: 0
            }
        }

        func apply(to directory: String) throws {
            for path in TestRecord.segmentFiles(in: directory) {
                switch self {
                case .emptied: #expect(truncate(path, 0) == 0)
                case .cut: #expect(truncate(path, 16 << 10) == 0)
                case .cutWithinPage: #expect(truncate(path, 10_000) == 0)
                case .cutAndExtended:
                    #expect(truncate(path, 0) == 0)
                    #expect(truncate(path, off_t(TestRecord.segmentSize)) == 0)
                case .written: try Data(repeating: 0x5A, count: 10_000).write(to: URL(filePath: path))
                case .replaced:
                    try Data(repeating: 0x5A, count: TestRecord.segmentSize).write(
                        to: URL(filePath: path), options: .atomic)
                case .removed: try FileManager.default.removeItem(atPath: path)
                case .removedAll: break
                }
            }
            guard self == .removedAll else { return }
            for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
                try FileManager.default.removeItem(atPath: directory + "/" + name)
            }
        }
    }

    private func write(_ numbers: Range<UInt64>, to ring: EventBuffer) {
        for number in numbers { TestRecord.write(number, to: ring) }
    }

    /// Lets a ring take note of what has been written.
    private func note(_ ring: EventBuffer) { _ = ring.collect(for: 0, maximumCount: 0, maximumBytes: 0) }

    /// Ends a ring, and checks that another process finds what waits according to it: the first ones that were written.
    private func end(_ ring: EventBuffer, written: Int, intact: Int, in directory: String) {
        ring.close()
        let settled = ring.settledAccount
        #expect(ring.pendingTotal == intact)
        #expect(Int(settled.delivered) + settled.droppedTotal + intact == written)
        let (adopter, spools) = TestRecord.adopt(directory)
        #expect(adopter.account.recovered == UInt64(intact))
        #expect(spools.flatMap { TestRecord.drain($0) } == Array(0..<UInt64(intact)))
        #expect(adopter.account.dropped.isEmpty)
    }

    @Test(arguments: Damage.allCases, [100, 1_000])
    func `what waits at the end is what another process finds`(_ damage: Damage, _ before: UInt64) throws {
        for isNoted in [false, true] {
            let directory = try TemporaryFolder()
            let ring = try TestRecord.makeRing(in: directory.path)
            write(0..<before, to: ring)
            if isNoted { note(ring) }
            try damage.apply(to: directory.path)
            write(before..<1_000, to: ring)
            end(ring, written: 1_000, intact: damage.intactCount, in: directory.path)
            #expect(Set(ring.settledAccount.dropped.keys).isSubset(of: [.corrupted, .unsent]))
        }
    }

    @Test func `what was written before the end is corrupted, and what came later in memory unsent`() throws {
        for (damage, before, dropped) in [
            (.emptied, 1_000, [.corrupted: 1_000]), (.cut, 1_000, [.corrupted: 799]),
            (.cut, 100, [.unsent: 799]), (.removed, 1_000, [.unsent: 1_000]),
        ] as [(Damage, UInt64, [DropReason: UInt64])] {
            let directory = try TemporaryFolder()
            let ring = try TestRecord.makeRing(in: directory.path)
            write(0..<before, to: ring)
            note(ring)
            try damage.apply(to: directory.path)
            write(before..<1_000, to: ring)
            ring.close()
            #expect(ring.settledAccount.dropped == dropped)
        }
    }

    @Test func `what one exporter had and another did not is delivered, though it is lost to that one`()
        throws
    {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path, exporters: ["a", "b"])
        write(0..<300, to: ring)
        TestRecord.drain(ring, slot: 0)
        try Damage.cut.apply(to: directory.path)
        ring.close()
        #expect(ring.settledAccount.delivered == 99)
        #expect(ring.settledAccount.dropped.isEmpty)
        #expect(ring.pendingCount(for: 0) == 0)
        #expect(ring.pendingCount(for: 1) == 201)
        #expect(ring.pendingTotal == 201)
        #expect(TestRecord.adopt(directory.path, exporters: ["a", "b"]).adopter.account.recovered == 201)
    }

    @Test func `what one exporter has in hand is not corrupted because another finds it damaged`() throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path, exporters: ["a", "b"])
        write(0..<1_000, to: ring)
        let inHand = try #require(ring.collect(for: 0, maximumCount: 900, maximumBytes: .max))
        try Damage.cut.apply(to: directory.path)
        #expect(TestRecord.drain(ring, slot: 1) == Array(0..<201))
        ring.settle(inHand, for: 0, delivered: 900, dropped: nil)
        #expect(ring.settledAccount.delivered == 900)
        #expect(TestRecord.drain(ring).isEmpty)
        #expect(ring.settledAccount.dropped == [.corrupted: 100])
        #expect(ring.pendingTotal == 0)
    }

    @Test(arguments: [Damage.emptied, .cut, .removed])
    func `without a guard nothing is looked at that is gone`(_ damage: Damage) throws {
        let directory = try TemporaryFolder()
        let ring = EventBuffer(
            storage: try BufferStorage.mapped(
                in: directory.path, segmentCount: 4, segmentSize: TestRecord.segmentSize, isGuarded: false),
            identifier: 7)
        ring.assign([ExporterSlot(name: "a")])
        write(0..<1_000, to: ring)
        note(ring)
        try damage.apply(to: directory.path)
        end(ring, written: 1_000, intact: damage.intactCount, in: directory.path)
        #expect(ring.settledAccount.dropped == [.unsent: UInt64(1_000 - damage.intactCount)])
    }

    @Test func `lost files are said to be, once`() throws {
        let directory = try TemporaryFolder()
        let diagnostics = DiagnosticRecord()
        let ring = EventBuffer(
            storage: try BufferStorage.mapped(
                in: directory.path, segmentCount: 4, segmentSize: TestRecord.segmentSize),
            identifier: 7, diagnostics: DiagnosticChannel { diagnostics.add($0) })
        write(0..<10, to: ring)
        try Damage.removed.apply(to: directory.path)
        ring.close()
        ring.close()
        #expect(diagnostics.codes == [.spoolTruncated])
    }
}
