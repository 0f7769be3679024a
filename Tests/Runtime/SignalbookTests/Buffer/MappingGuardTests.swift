import Dispatch
import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// What the guard does within this very process, which has it because it has rings in files.
@Suite(.disabled(if: ThreadSanitizer.isPresent, "a fault in its midst finds its locks held"))
struct MappingGuardTests {
    /// Truncates the file of the segment in which a ring has its first records.
    private func truncateFirst(of ring: EventBuffer, to size: Int) throws {
        // So that the ring takes note of what has been written.
        _ = ring.collect(for: 0, maximumCount: 0, maximumBytes: 0)
        let segment = try #require(ring.reading.withLock { $0.ledger.queues.joined().first })
        #expect(truncate(try #require(ring.storage.path(of: segment)), off_t(size)) == 0)
    }

    private func makeRing(
        in directory: TemporaryFolder, _ diagnostics: DiagnosticRecord = DiagnosticRecord()
    ) throws -> EventBuffer {
        let storage = try BufferStorage.mapped(
            in: directory.path, segmentCount: 2, segmentSize: TestRecord.segmentSize)
        return EventBuffer(
            storage: storage, identifier: 1, diagnostics: DiagnosticChannel { diagnostics.add($0) })
    }

    @Test
    func `what stood behind the end is corrupted, what comes there later is delivered, and it is said once`()
        throws
    {
        let directory = try TemporaryFolder()
        let diagnostics = DiagnosticRecord()
        let ring = try makeRing(in: directory, diagnostics)
        for number in 0..<1_000 as Range<UInt64> { TestRecord.write(number, to: ring) }
        try truncateFirst(of: ring, to: 16 << 10)
        let before = TestRecord.drain(ring)
        // Segments begin with 256 bytes, and records have 80 here.
        #expect(before == Array(0..<UInt64((16 << 10) - 256) / 80))
        #expect(ring.settledAccount.dropped == [.corrupted: UInt64(1_000 - before.count)])
        for number in 1_000..<1_200 as Range<UInt64> { TestRecord.write(number, to: ring) }
        #expect(TestRecord.drain(ring) == Array(1_000..<1_200))
        #expect(ring.pendingTotal == 0)
        #expect(diagnostics.codes == [.spoolTruncated])
        #expect(diagnostics.all.first?.message.contains(directory.path) == true)
        ring.close()
        #expect(diagnostics.all.count == 1)
    }

    @Test(arguments: [(0, 0), (16 << 10, 101)])
    func `what waits in memory when the ring ends is counted as unsent`(_ size: Int, _ intact: Int) throws {
        let directory = try TemporaryFolder()
        let ring = try makeRing(in: directory)
        for number in 0..<100 as Range<UInt64> { TestRecord.write(number, to: ring) }
        TestRecord.drain(ring)
        try truncateFirst(of: ring, to: size)
        for number in 100..<1_000 as Range<UInt64> { TestRecord.write(number, to: ring) }
        if let inFile = ring.collect(for: 0, maximumCount: intact, maximumBytes: .max) {
            ring.close()
            #expect(ring.settledAccount.dropped.isEmpty, "an exporter has some of them in hand")
            ring.settle(inFile, for: 0, delivered: intact, dropped: nil)
        }
        ring.close()
        #expect(ring.settledAccount.dropped == [.unsent: UInt64(900 - intact)])
        #expect(ring.settledAccount.delivered == UInt64(100 + intact))
        #expect(ring.pendingTotal == 0)
    }

    @Test func `what is safe in a file is not counted as lost with the rest of it`() throws {
        let directory = try TemporaryFolder()
        let ring = try makeRing(in: directory)
        for number in 0..<1_000 as Range<UInt64> { TestRecord.write(number, to: ring) }
        try truncateFirst(of: ring, to: 16 << 10)
        ring.close()
        #expect(ring.settledAccount.dropped == [.corrupted: 799])
        #expect(ring.settledAccount.delivered == 0)
        #expect(TestRecord.adopt(directory.path).spools.flatMap { TestRecord.drain($0) } == Array(0..<201))
    }

    @Test func `faults of many threads at once are dealt with one by one`() throws {
        for _ in 0..<20 {
            let directory = try TemporaryFolder()
            let ring = try makeRing(in: directory)
            #expect(truncate(try #require(ring.storage.path(of: 0)), 0) == 0)
            let pages = TestRecord.segmentSize >> 12
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                for page in 0..<pages {
                    // From the end, so that nothing that one thread has written goes with what another one replaces.
                    let place = (pages - 1 - page) << 12 + thread * 8
                    ring.storage.segments[0].base.storeBytes(
                        of: UInt64(page + thread), toByteOffset: place, as: UInt64.self)
                }
            }
            for page in 0..<pages {
                for thread in 0..<8 {
                    let place = (pages - 1 - page) << 12 + thread * 8
                    #expect(
                        ring.storage.segments[0].base.load(fromByteOffset: place, as: UInt64.self)
                            == UInt64(page + thread))
                }
            }
            #expect(ring.storage.intactCount(of: 0) == 0)
            #expect(ring.storage.intactCount(of: 1) == TestRecord.segmentSize)
            #expect(ring.storage.truncatedSegments == [0])
        }
    }

    @Test func `an address of nobody's, or of a mapping that is watched no more, is left to others`() throws {
        // The middle third of a mapping, for the neighbours may be another test's.
        let size = 64 << 10
        let whole = try #require(mmap(nil, 3 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0))
        defer { munmap(whole, 3 * size) }
        let base = whole + size
        let address = UInt(bitPattern: base)
        #expect(!MappingGuard.replacePages(at: address))
        let watch = MappingGuard.watch(base, size: size)
        #expect(!MappingGuard.replacePages(at: address + UInt(size)))
        #expect(!MappingGuard.replacePages(at: address - 1))
        base.storeBytes(of: 7, as: UInt8.self)
        #expect(MappingGuard.replacePages(at: address + 40_000))
        #expect(watch.intactCount == 40_000 & ~(Int(sysconf(Int32(_SC_PAGESIZE))) - 1))
        #expect(base.load(as: UInt8.self) == 7)
        watch.end()
        #expect(!MappingGuard.replacePages(at: address))
    }

    @Test func `any number of mappings can be watched, and their places are used again`() throws {
        // Addresses that nobody touches.
        let places = (1...1_000).map { UInt(1) << 45 + UInt($0) << 20 }
        for _ in 0..<3 {
            let watches = try places.map {
                MappingGuard.watch(try #require(UnsafeMutableRawPointer(bitPattern: $0)), size: 4_096)
            }
            #expect(watches.allSatisfy { $0.intactCount == 4_096 })
            for watch in watches { watch.end() }
        }
        #expect(!MappingGuard.replacePages(at: places[0]))
    }
}
