import Dispatch
import Foundation
import Testing
import TestSupport

@testable import Signalbook

@Suite struct SpoolAdoptionTests {
    /// Leaves a ring with these records behind, as a kill would; its directory's name.
    @discardableResult
    private func leave(
        _ records: Range<UInt64>, in directory: String, exporters: [String] = ["a"], segments: Int = 4,
        size: Int = 64, errorEvery: UInt64 = .max,
        before death: (EventBuffer) -> Void = { _ in }
    ) throws -> String {
        let ring = try TestRecord.makeRing(in: directory, exporters: exporters, segments: segments)
        for number in records {
            TestRecord.write(
                number, isError: errorEvery < .max && number % errorEvery == 0, size: size, to: ring)
        }
        death(ring)
        return try #require(ring.storage.directory.map { ($0 as NSString).lastPathComponent })
    }

    @Test func `rings are adopted oldest first, and their directories go once all is settled`() throws {
        let directory = try TemporaryFolder()
        try leave(200..<300, in: directory.path)
        try leave(0..<100, in: directory.path)
        try leave(0..<0, in: directory.path)
        let (adopter, spools) = TestRecord.adopt(directory.path)
        #expect(spools.map(\.oldestTime) == [0, 200])
        #expect(directory.names.count == 2)
        #expect(spools.flatMap { TestRecord.drain($0) } == Array(0..<100) + Array(200..<300))
        #expect(spools.allSatisfy { $0.isFinished })
        #expect(directory.names.isEmpty)
        #expect(adopter.account.recovered == 200)
        #expect(adopter.account.delivered == 200)
    }

    @Test func `a ring whose owner lives is left to it`() throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path)
        TestRecord.write(1, to: ring)
        #expect(TestRecord.adopt(directory.path).spools.isEmpty)
        #expect(TestRecord.drain(ring) == [1])
    }

    @Test func `a ring is shipped partly, killed, adopted, killed, adopted, and every record arrives once`()
        throws
    {
        let directory = try TemporaryFolder()
        var seen: [UInt64] = []
        try leave(0..<500, in: directory.path) { ring in
            guard let some = ring.collect(for: 0, maximumCount: 120, maximumBytes: .max) else { return }
            seen += TestRecord.numbers(some)
            ring.settle(some, for: 0, delivered: some.count, dropped: nil)
        }
        for _ in 0..<5 {
            let (_, spools) = TestRecord.adopt(directory.path)
            for spool in spools {
                guard let some = spool.collect(for: 0, maximumCount: 70, maximumBytes: .max) else { continue }
                seen += TestRecord.numbers(some)
                spool.settle(some, for: 0, delivered: some.count, dropped: nil)
                // Collected and never settled: not delivered.
                _ = spool.collect(for: 0, maximumCount: 70, maximumBytes: .max)
            }
        }
        let (adopter, spools) = TestRecord.adopt(directory.path)
        for spool in spools { seen += TestRecord.drain(spool) }
        #expect(seen == Array(0..<500))
        #expect(adopter.account.recovered == 30)
    }

    @Test func `exporters are told by name, whatever slot they have now`() throws {
        let directory = try TemporaryFolder()
        try leave(0..<100, in: directory.path, exporters: ["a", "b"]) { ring in
            guard let some = ring.collect(for: 0, maximumCount: 60, maximumBytes: .max) else { return }
            ring.settle(some, for: 0, delivered: 60, dropped: nil)
        }
        let (adopter, spools) = TestRecord.adopt(directory.path, exporters: ["c", "b", "a"])
        let spool = try #require(spools.first)
        #expect(TestRecord.drain(spool, slot: 0).isEmpty)
        #expect(TestRecord.drain(spool, slot: 1) == Array(0..<100))
        #expect(TestRecord.drain(spool, slot: 2) == Array(60..<100))
        #expect(adopter.account.delivered == 100)
    }

    @Test func `what only a vanished exporter waited for is dropped, and what it had had is delivered`()
        throws
    {
        let directory = try TemporaryFolder()
        try leave(0..<100, in: directory.path, exporters: ["a", "b", "gone"]) { ring in
            for (slot, count, delivered) in [(0, 80, 0), (1, 60, 0), (2, 30, 30)] {
                guard let some = ring.collect(for: slot, maximumCount: count, maximumBytes: .max) else {
                    return
                }
                ring.settle(some, for: slot, delivered: delivered, dropped: .exportFailed)
            }
        }
        // 0–29 went with all three; 30–59 wait for `gone` alone; 60–79 for `b` too; 80–99 for all.
        let (adopter, spools) = TestRecord.adopt(directory.path, exporters: ["a", "b"])
        #expect(adopter.account.recovered == 70)
        #expect(adopter.account.dropped == [.noExporter: 30])
        let spool = try #require(spools.first)
        #expect(TestRecord.drain(spool, slot: 0) == Array(80..<100))
        #expect(TestRecord.drain(spool, slot: 1) == Array(60..<100))
        #expect(adopter.account.delivered == 40)
        #expect(adopter.account.pending == 0)
    }

    @Test func `a ring for other exporters altogether is left to those who have them`() throws {
        let directory = try TemporaryFolder()
        try leave(0..<10, in: directory.path, exporters: ["otlp"])
        let diagnostics = DiagnosticRecord()
        let (adopter, spools) = TestRecord.adopt(
            directory.path, exporters: ["json"], diagnostics: diagnostics)
        #expect(spools.isEmpty)
        #expect(adopter.adopt().isEmpty)
        #expect(diagnostics.codes == [.spoolLeft])
        #expect(TestRecord.adopt(directory.path, exporters: ["otlp"]).spools.count == 1)
    }

    @Test func `of any number of adopters exactly one gets a ring`() throws {
        let directory = try TemporaryFolder()
        for _ in 0..<6 { try leave(0..<50, in: directory.path) }
        let found = Locked<[[UInt64]]>([])
        let path = directory.path
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let (_, spools) = TestRecord.adopt(path)
            for spool in spools {
                let numbers = TestRecord.drain(spool)
                found.withLock { $0.append(numbers) }
            }
        }
        #expect(found.withLock { $0 } == Array(repeating: Array(0..<50), count: 6))
        #expect(directory.names.isEmpty)
    }

    @Test func `rings that are made while others adopt lose nothing`() throws {
        let directory = try TemporaryFolder()
        let path = directory.path
        let numbers = Locked<[UInt64]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for round in 0..<25 {
                if thread % 2 == 0 {
                    guard let ring = try? TestRecord.makeRing(in: path, segments: 2) else { continue }
                    TestRecord.write(UInt64(thread * 100 + round), to: ring)
                } else {
                    for spool in TestRecord.adopt(path).spools {
                        let found = TestRecord.drain(spool)
                        numbers.withLock { $0 += found }
                    }
                }
            }
        }
        for spool in TestRecord.adopt(path).spools { numbers.withLock { $0 += TestRecord.drain(spool) } }
        #expect(numbers.withLock { $0.sorted() } == Array(0..<25) + Array(200..<225))
    }

    @Test func `junk is left alone and named once`() throws {
        let directory = try TemporaryFolder()
        try leave(0..<5, in: directory.path)
        try Data().write(to: URL(filePath: directory.file("readme.txt")))
        for name in ["12", "12-", "-12", "12-XY", "12-abc-d", "99999999999-a", "12-00000000000000001"] {
            try FileManager.default.createDirectory(
                atPath: directory.file(name), withIntermediateDirectories: false)
        }
        let diagnostics = DiagnosticRecord()
        let (adopter, spools) = TestRecord.adopt(directory.path, diagnostics: diagnostics)
        _ = adopter.adopt()
        #expect(diagnostics.codes == Array(repeating: .spoolJunk, count: 8))
        for spool in spools { TestRecord.drain(spool) }
        #expect(directory.names.count == 8)
    }

    @Test func `a newer format is left alone and reported`() throws {
        let directory = try TemporaryFolder()
        try leave(0..<5, in: directory.path)
        for path in TestRecord.segmentFiles(in: directory.path) {
            try TestRecord.edit(path) { bytes in
                bytes[8] = 4
                bytes.withUnsafeMutableBytes { bytes in
                    guard let base = bytes.baseAddress else { return }
                    bytes.storeBytes(of: SegmentHeader.checksum(of: base), toByteOffset: 48, as: UInt64.self)
                }
            }
        }
        let diagnostics = DiagnosticRecord()
        #expect(TestRecord.adopt(directory.path, diagnostics: diagnostics).spools.isEmpty)
        #expect(diagnostics.all.map(\.message).allSatisfy { $0.contains("format version 4") })
        #expect(diagnostics.codes == [.spoolLeft])
        #expect(TestRecord.segmentFiles(in: directory.path).count == 4)
    }

    @Test(arguments: [8, 9, 10, 11])
    func `a damaged version costs nothing but a word`(_ place: Int) throws {
        let directory = try TemporaryFolder()
        try leave(0..<2_000, in: directory.path, segments: 8)
        try TestRecord.edit(TestRecord.segmentFiles(in: directory.path)[0]) { $0[place] ^= 0x10 }
        let diagnostics = DiagnosticRecord()
        let spools = TestRecord.adopt(directory.path, diagnostics: diagnostics).spools
        let numbers = spools.flatMap { TestRecord.drain($0) }
        #expect(numbers == Array(0..<2_000))
        #expect(diagnostics.codes == [.spoolDamaged])
        #expect(directory.names.isEmpty)
    }

    @Test func `an exporter is known again whatever its name has in it`() throws {
        let directory = try TemporaryFolder()
        let names = ["a\tb\n", String(repeating: "long", count: 100)]
        try leave(0..<5, in: directory.path, exporters: names)
        let spools = TestRecord.adopt(directory.path, exporters: names).spools
        #expect(spools.map { TestRecord.drain($0, slot: 0) } == [Array(0..<5)])
        #expect(spools.map { TestRecord.drain($0, slot: 1) } == [Array(0..<5)])
    }

    @Test func `old records are dropped, those of the future are not`() throws {
        let directory = try TemporaryFolder()
        try leave(0..<10, in: directory.path)
        try leave(900..<1_100, in: directory.path)
        var limits = SpoolLimits()
        limits.maximumAge = 50
        let (adopter, spools) = TestRecord.adopt(directory.path, limits: limits, now: 1_000)
        #expect(spools.flatMap { TestRecord.drain($0) } == Array(950..<1_100))
        #expect(adopter.account.dropped == [.expired: 60])
        #expect(adopter.account.recovered == 210)
        #expect(adopter.account.pending == 0)
    }

    @Test func `no clock makes a record old that is younger than the limit allows to tell`() throws {
        let directory = try TemporaryFolder()
        try leave(0..<10, in: directory.path)
        let (_, spools) = TestRecord.adopt(directory.path, limits: SpoolLimits(), now: 0)
        #expect(spools.flatMap { TestRecord.drain($0) } == Array(0..<10))
    }

    @Test func `above the size limit the oldest go first, and errors last`() throws {
        let directory = try TemporaryFolder()
        for first in [0, 1_000, 2_000] as [UInt64] {
            try leave(first..<(first + 400), in: directory.path, segments: 8, size: 1_000, errorEvery: 10)
        }
        var limits = TestRecord.unlimited
        limits.maximumBytes = 600_000
        let (adopter, spools) = TestRecord.adopt(directory.path, limits: limits)
        #expect(spools.reduce(0) { $0 + $1.byteCount } <= 600_000)
        let numbers = spools.flatMap { TestRecord.drain($0) }
        for first in [0, 1_000, 2_000] as [UInt64] {
            #expect(Set(numbers).isSuperset(of: stride(from: first, to: first + 400, by: 10)))
        }
        #expect(Set(numbers).isSuperset(of: 2_300..<2_400))
        #expect(!numbers.contains(1))
        let account = adopter.account
        #expect(account.recovered == 1_200)
        #expect(account.pending == 0)
        #expect(account.dropped == [.evicted: UInt64(1_200 - numbers.count)])
    }

    @Test func `errors go too when there is nothing else, oldest first`() throws {
        let directory = try TemporaryFolder()
        try leave(0..<600, in: directory.path, segments: 8, size: 1_000, errorEvery: 1)
        var limits = TestRecord.unlimited
        limits.maximumBytes = 300_000
        let (adopter, spools) = TestRecord.adopt(directory.path, limits: limits)
        let numbers = spools.flatMap { TestRecord.drain($0) }
        #expect(numbers == Array((600 - UInt64(numbers.count))..<600))
        #expect((100..<300).contains(numbers.count))
        #expect(adopter.account.dropped == [.evicted: UInt64(600 - numbers.count)])
    }

    @Test func `more rings than are read at a time count towards the size limit too, and have their turn`()
        throws
    {
        let directory = try TemporaryFolder()
        let count = SpoolAdopter.maximumCount + 8
        for number in 0..<UInt64(count) { try leave(number..<(number + 1), in: directory.path, segments: 2) }
        var limits = TestRecord.unlimited
        // A ring of one segment with something in it, and one without.
        limits.maximumBytes = (SpoolAdopter.maximumCount + 8) * TestRecord.segmentSize
        let (adopter, spools) = TestRecord.adopt(directory.path, limits: limits)
        var found = spools.flatMap { TestRecord.drain($0) }
        #expect(adopter.account.pending == 0)
        for spool in adopter.adopt() { found += TestRecord.drain(spool) }
        let account = adopter.account
        #expect(account.recovered == UInt64(count))
        #expect(account.delivered == UInt64(found.count))
        #expect(account.dropped == [.evicted: 8])
        #expect(directory.names.isEmpty)
    }

    @Test func `rings that a dead exporter holds up make way for those that a live one waits for`() throws {
        let directory = try TemporaryFolder()
        let count = UInt64(SpoolAdopter.maximumCount + 8)
        for number in 0..<count {
            try leave(number..<(number + 1), in: directory.path, exporters: ["dead", "live"], segments: 2)
        }
        let adopter = SpoolAdopter(
            directory: directory.path, exporters: ["dead", "live"], limits: TestRecord.unlimited,
            diagnostics: DiagnosticChannel { Issue.record("\($0)") }, now: { 1 << 40 })
        var live: [UInt64] = []
        // Nobody is done with any of these; they stay.
        var spools = adopter.adopt()
        #expect(spools.count == SpoolAdopter.maximumCount)
        #expect(adopter.adopt().isEmpty)
        for spool in spools { live += TestRecord.drain(spool, slot: 1) }
        // What the dead one has in hand is not taken from under it.
        let held = spools[0].collect(for: 0, maximumCount: 1, maximumBytes: 1_000)
        let more = adopter.adopt()
        #expect(more.count == 8)
        for spool in more { live += TestRecord.drain(spool, slot: 1) }
        #expect(live.sorted() == Array(0..<count))
        #expect(adopter.account.pending == SpoolAdopter.maximumCount)
        #expect(adopter.adopt().isEmpty)

        // The dead one is back.
        var dead = TestRecord.numbers(held)
        if let held { spools[0].settle(held, for: 0, delivered: 1, dropped: nil) }
        spools += more
        while !spools.isEmpty {
            for spool in spools { dead += TestRecord.drain(spool, slot: 0) }
            spools = []
            spools = adopter.adopt()
            for spool in spools { #expect(TestRecord.drain(spool, slot: 1).isEmpty) }
        }
        #expect(dead.sorted() == Array(0..<count))
        let account = adopter.account
        #expect(account.recovered == count)
        #expect(account.delivered == count)
        #expect(account.droppedTotal == 0)
        #expect(directory.names.isEmpty)
    }

    @Test func `a kill after ordinary records made room loses no error`() throws {
        let directory = try TemporaryFolder()
        try leave(0..<600, in: directory.path, segments: 8, size: 1_000, errorEvery: 50)
        var limits = TestRecord.unlimited
        limits.maximumBytes = 150_000
        var first: (adopter: SpoolAdopter, spools: [AdoptedSpool])? = TestRecord.adopt(
            directory.path, limits: limits)
        #expect(first?.spools.first?.pendingCount(for: 0) == 12)
        first = nil
        let (adopter, spools) = TestRecord.adopt(directory.path)
        #expect(spools.flatMap { TestRecord.drain($0) } == Array(stride(from: 0, to: 600, by: 50)))
        #expect(adopter.account.recovered == 12)
    }

    @Test func `a spool directory that others may write to, or that is a link or a file, is not used`() throws
    {
        let directory = try TemporaryFolder()
        let open = directory.file("open")
        try FileManager.default.createDirectory(atPath: open, withIntermediateDirectories: false)
        chmod(open, 0o770)
        try FileManager.default.createSymbolicLink(
            atPath: directory.file("link"), withDestinationPath: directory.path)
        try Data().write(to: URL(filePath: directory.file("file")))
        for (name, part) in [
            ("open", "others may write"), ("link", "it is a symbolic link"), ("file", "open"),
            ("missing/deep", "mkdir"),
        ] {
            #expect {
                try BufferStorage.mapped(in: directory.file(name), segmentCount: 1, segmentSize: 128 << 10)
            } throws: { "\($0)".contains(part) }
        }
        let diagnostics = DiagnosticRecord()
        #expect(TestRecord.adopt(open, diagnostics: diagnostics).spools.isEmpty)
        #expect(diagnostics.codes == [.spoolLeft])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
    func `a directory of another user is refused, and so is a ring of another user`() throws {
        let directory = try TemporaryFolder()
        let name = try leave(0..<5, in: directory.path)
        try #require(chown(directory.file(name), 12_345, 12_345) == 0)
        let diagnostics = DiagnosticRecord()
        #expect(TestRecord.adopt(directory.path, diagnostics: diagnostics).spools.isEmpty)
        #expect(diagnostics.all.first?.message.contains("belongs to another user") == true)
        try #require(chown(directory.path, 12_345, 12_345) == 0)
        #expect {
            try BufferStorage.mapped(in: directory.path, segmentCount: 1, segmentSize: 128 << 10)
        } throws: { "\($0)".contains("belongs to another user") }
    }

    @Test func `a ring that is a link is not followed`() throws {
        let directory = try TemporaryFolder()
        let other = try TemporaryFolder()
        let name = try leave(0..<5, in: other.path)
        try FileManager.default.createSymbolicLink(
            atPath: directory.file(name), withDestinationPath: other.file(name))
        #expect(TestRecord.adopt(directory.path).spools.isEmpty)
        #expect(TestRecord.adopt(other.path).spools.count == 1)
    }

    @Test func `a directory that is removed while it is read costs its records, and they are counted`() throws
    {
        let directory = try TemporaryFolder()
        try leave(0..<50, in: directory.path)
        let (adopter, spools) = TestRecord.adopt(directory.path)
        for name in directory.names { try FileManager.default.removeItem(atPath: directory.file(name)) }
        let spool = try #require(spools.first)
        #expect(TestRecord.drain(spool).isEmpty)
        #expect(adopter.account.dropped == [.corrupted: 50])
        #expect(adopter.account.pending == 0)
    }
}
