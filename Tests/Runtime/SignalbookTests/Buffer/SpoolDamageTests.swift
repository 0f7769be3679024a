import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// The errors that Vector's disk buffer knows (`disk_v2/tests/known_errors.rs`) and some more, each done to the files of a dead process.
@Suite struct SpoolDamageTests {
    /// The size of a record with a payload of 64 bytes.
    private static let recordSize = RecordHead.recordSize(payload: 64)

    /// Adopts 100 records in one segment after something was done to it.
    private func afterDamage(
        exporters: [String] = ["a"], _ damage: (_ segment: String, _ spool: String) throws -> Void,
        _ check: (_ numbers: [UInt64], _ account: StoreAccount, _ diagnostics: [RuntimeDiagnostic]) throws ->
            Void
    ) throws {
        let directory = try TemporaryFolder()
        var ring: EventBuffer? = try TestRecord.makeRing(
            in: directory.path, exporters: exporters, segments: 2)
        for number in 0..<100 { TestRecord.write(UInt64(number), to: try #require(ring)) }
        let spool = try #require(ring?.storage.directory)
        let segment = try #require(
            TestRecord.segmentFiles(in: spool).first { path in
                (try? Data(contentsOf: URL(filePath: path)))?[32] != 0
            })
        ring = nil
        try damage(segment, spool)
        let diagnostics = DiagnosticRecord()
        let (adopter, spools) = TestRecord.adopt(
            directory.path, exporters: exporters, diagnostics: diagnostics)
        var numbers: [UInt64] = []
        for spool in spools {
            numbers += TestRecord.drain(spool)
            for slot in exporters.indices.dropFirst() {
                #expect(TestRecord.drain(spool, slot: slot) == numbers)
            }
        }
        let account = adopter.account
        #expect(account.pending == 0)
        #expect(Int(account.recovered) == Int(account.delivered) + account.droppedTotal)
        #expect(Int(account.delivered) == numbers.count)
        try check(numbers, account, diagnostics.all)
    }

    private func offset(ofRecord number: Int) -> Int { Segment.headerSize + number * Self.recordSize }

    @Test func `with no damage all is there, and the directory goes when it is settled`() throws {
        try afterDamage { _, _ in
        } _: { numbers, account, diagnostics in
            #expect(numbers == Array(0..<100))
            #expect(account.recovered == 100)
            #expect(diagnostics.isEmpty)
        }
    }

    @Test(arguments: [0, 4, 8, 16, 40, 79])
    func `a flipped byte costs its record, which is counted, and no other`(_ place: Int) throws {
        try afterDamage { segment, _ in
            try TestRecord.edit(segment) { $0[offset(ofRecord: 50) + place] ^= 0x41 }
        } _: { numbers, account, _ in
            #expect(numbers == Array(0..<50) + Array(51..<100))
            #expect(account.dropped == [.corrupted: 1])
            #expect(account.recovered == 100)
        }
    }

    @Test func `a torn last record is no record`() throws {
        try afterDamage { segment, _ in
            try TestRecord.edit(segment) { bytes in
                for index in 20..<Self.recordSize { bytes[offset(ofRecord: 99) + index] = 0 }
            }
        } _: { numbers, account, _ in
            #expect(numbers == Array(0..<99))
            #expect(account.dropped == [.corrupted: 1])
        }
    }

    @Test func `a record that was written whole but not counted in the header is found`() throws {
        try afterDamage { segment, _ in
            try TestRecord.edit(segment) { bytes in
                bytes.withUnsafeMutableBytes {
                    $0.storeBytes(of: UInt64(40 * Self.recordSize), toByteOffset: 64, as: UInt64.self)
                }
            }
        } _: { numbers, account, _ in
            #expect(numbers == Array(0..<100))
            #expect(account.droppedTotal == 0)
        }
    }

    @Test(arguments: [UInt64(200 * 80), UInt64.max, 1 << 40])
    func `a header that counts more than there is costs nothing but a count`(_ committed: UInt64) throws {
        try afterDamage { segment, _ in
            try TestRecord.edit(segment) { bytes in
                bytes.withUnsafeMutableBytes {
                    $0.storeBytes(of: committed, toByteOffset: 64, as: UInt64.self)
                }
            }
        } _: { numbers, account, _ in
            #expect(numbers == Array(0..<100))
            #expect(account.dropped == [.corrupted: 1])
        }
    }

    @Test func `a record of no length ends nothing`() throws {
        try afterDamage { segment, _ in
            try TestRecord.edit(segment) { bytes in
                for index in 0..<4 { bytes[offset(ofRecord: 10) + index] = 0 }
            }
        } _: { numbers, account, _ in
            #expect(numbers == Array(0..<10) + Array(11..<100))
            #expect(account.dropped == [.corrupted: 1])
        }
    }

    @Test func `a damaged cursor begins anew: twice rather than never`() throws {
        try afterDamage { segment, _ in
            try TestRecord.edit(segment) { $0[128] = 0x40 }
        } _: { numbers, _, _ in
            #expect(numbers == Array(0..<100))
        }
    }

    @Test(arguments: [0, 9, 13, 20, 33, 42, 44, 49])
    func `a damaged header costs nothing but a word, because the index knows the segment`(_ place: Int) throws
    {
        try afterDamage { segment, _ in
            try TestRecord.edit(segment) { $0[place] ^= 0x10 }
        } _: { numbers, account, diagnostics in
            #expect(numbers == Array(0..<100))
            #expect(account.dropped.isEmpty)
            #expect(diagnostics.map(\.code) == [.spoolDamaged])
        }
    }

    @Test(arguments: [0, 9, 13, 20, 33, 44, 49])
    func `a damaged header and no index cost the segment, which is said and counted`(_ place: Int) throws {
        try afterDamage { segment, spool in
            try TestRecord.edit(segment) { $0[place] ^= 0x10 }
            try FileManager.default.removeItem(atPath: spool + "/index")
        } _: { numbers, account, diagnostics in
            #expect(numbers.isEmpty)
            #expect(account.recovered == 1)
            #expect(account.dropped == [.corrupted: 1])
            #expect(diagnostics.map(\.code) == [.spoolDamaged])
            #expect(diagnostics.first?.message.contains("is not known") == true)
        }
    }

    /// FAULTS A4: a page, the file's content or the file is gone.
    @Test(arguments: [256, 4_096, 1_000_000], [0, 40, 99, 100])
    func `a segment that has lost its first page gives the rest, and what is lost is counted`(
        _ size: Int, _ settled: Int
    ) throws {
        let directory = try TemporaryFolder()
        var ring: EventBuffer? = try TestRecord.makeRing(in: directory.path, segments: 2)
        for number in 0..<100 { TestRecord.write(UInt64(number), to: try #require(ring)) }
        if settled > 0 {
            let some = try #require(ring?.collect(for: 0, maximumCount: settled, maximumBytes: .max))
            ring?.settle(some, for: 0, delivered: settled, dropped: nil)
        }
        let segment = try #require(
            TestRecord.segmentFiles(in: directory.path).first { path in
                (try? Data(contentsOf: URL(filePath: path)))?[32] != 0
            })
        ring = nil
        try TestRecord.edit(segment) { bytes in
            for index in 0..<min(size, bytes.count) { bytes[index] = 0 }
        }
        // The first is whole, or the first of which not a byte was hit.
        let hit = min(100, (max(0, size - Segment.headerSize) + Self.recordSize - 1) / Self.recordSize)
        let found = Array(UInt64(max(hit, settled))..<100)
        let lost = max(0, hit - settled)
        let diagnostics = DiagnosticRecord()
        do {
            // Some of it is delivered, and this process killed as well.
            let (adopter, spools) = TestRecord.adopt(directory.path, diagnostics: diagnostics)
            #expect(adopter.account.recovered == UInt64(lost + found.count))
            #expect(adopter.account.dropped == (lost > 0 ? [.corrupted: UInt64(lost)] : [:]))
            if let some = spools.first?.collect(for: 0, maximumCount: 10, maximumBytes: .max) {
                #expect(TestRecord.numbers(some) == Array(found.prefix(10)))
                spools.first?.settle(some, for: 0, delivered: some.count, dropped: nil)
            }
        }
        #expect(diagnostics.codes == [.spoolDamaged])
        let (adopter, spools) = TestRecord.adopt(directory.path)
        #expect(spools.flatMap { TestRecord.drain($0) } == Array(found.dropFirst(10)))
        #expect(adopter.account.dropped.isEmpty, "it was counted before")
        #expect(directory.names.isEmpty)
    }

    @Test(arguments: ["emptied", "removed", "zeroed"])
    func `a segment of which nothing is left is counted, and said`(_ damage: String) throws {
        try afterDamage { segment, _ in
            switch damage {
            case "emptied": try TestRecord.edit(segment) { $0 = [] }
            case "zeroed": try TestRecord.edit(segment) { $0 = Array(repeating: 0, count: $0.count) }
            default: try FileManager.default.removeItem(atPath: segment)
            }
        } _: { numbers, account, diagnostics in
            #expect(numbers.isEmpty)
            #expect(account.recovered == 100)
            #expect(account.dropped == [.corrupted: 100])
            #expect(diagnostics.map(\.code) == [.spoolDamaged])
            #expect(diagnostics.first?.message.contains("100 events") == true)
        }
    }

    @Test(arguments: [true, false])
    func `a first page of zeros and no word of it in the index are counted as one event, and said`(
        _ isCut: Bool
    ) throws {
        let directory = try TemporaryFolder()
        do {
            let ring = try TestRecord.makeRing(in: directory.path, segments: 4)
            for number in 0..<3_000 as Range<UInt64> { TestRecord.write(number, to: ring) }
            let spool = try #require(ring.storage.directory)
            let segments = TestRecord.segmentFiles(in: spool).filter { path in
                (try? Data(contentsOf: URL(filePath: path)))?[32] != 0
            }
            try #require(segments.count == 2)
            try TestRecord.edit(segments[0]) { for index in 0..<4_096 { $0[index] = 0 } }
            try TestRecord.edit(spool + "/index") { bytes in
                if isCut { bytes.removeSubrange(RingIndex.headerSize...) } else { bytes = [] }
            }
        }
        let diagnostics = DiagnosticRecord()
        let (adopter, spools) = TestRecord.adopt(directory.path, diagnostics: diagnostics)
        let numbers = spools.flatMap { TestRecord.drain($0) }
        #expect((1_300..<1_700).contains(numbers.count))
        #expect(adopter.account.recovered == UInt64(numbers.count + 1))
        #expect(adopter.account.dropped == [.corrupted: 1])
        #expect(diagnostics.codes == [.spoolDamaged])
        #expect(directory.names.isEmpty)
    }

    @Test func `records that were settled and are lost are not counted when a third process adopts`() throws {
        let directory = try TemporaryFolder()
        do {
            let ring = try TestRecord.makeRing(in: directory.path, segments: 2)
            for number in 0..<100 as Range<UInt64> { TestRecord.write(number, to: ring) }
            let some = try #require(ring.collect(for: 0, maximumCount: 50, maximumBytes: .max))
            ring.settle(some, for: 0, delivered: 50, dropped: nil)
            let segment = try #require(
                TestRecord.segmentFiles(in: directory.path).first { path in
                    (try? Data(contentsOf: URL(filePath: path)))?[32] != 0
                })
            try TestRecord.edit(segment) { for index in 0..<2_000 { $0[index] = 0 } }
        }
        var found: [UInt64] = []
        for _ in 0..<2 {
            let (adopter, spools) = TestRecord.adopt(directory.path)
            #expect(adopter.account.dropped.isEmpty)
            let some = try #require(spools.first?.collect(for: 0, maximumCount: 10, maximumBytes: .max))
            found += TestRecord.numbers(some)
            spools.first?.settle(some, for: 0, delivered: some.count, dropped: nil)
        }
        let (adopter, spools) = TestRecord.adopt(directory.path)
        found += spools.flatMap { TestRecord.drain($0) }
        #expect(adopter.account.dropped.isEmpty)
        #expect(found == Array(50..<100))
    }

    @Test(arguments: [0, 9, 20, 33, 50, 70, 257])
    func `a damaged index costs nothing`(_ place: Int) throws {
        try afterDamage { _, spool in
            try TestRecord.edit(spool + "/index") { $0[place] ^= 0x10 }
        } _: { numbers, account, _ in
            #expect(numbers == Array(0..<100))
            #expect(account.dropped.isEmpty)
        }
    }

    @Test(arguments: [0, 1, 100, 255, 256, 257, 300, 4_000, 4_096, 8_000])
    func `a file that ends too early gives what it has, and the rest is counted`(_ size: Int) throws {
        try afterDamage { segment, _ in
            try TestRecord.edit(segment) { $0.removeSubrange(size...) }
        } _: { numbers, account, _ in
            let whole = min(100, max(0, size - Segment.headerSize) / Self.recordSize)
            #expect(numbers == Array(0..<UInt64(whole)))
            #expect(account.dropped == [.corrupted: UInt64(100 - whole)])
        }
    }

    @Test func `a segment file in whose place something else lies is left alone`() throws {
        try afterDamage { segment, spool in
            try FileManager.default.removeItem(atPath: segment)
            try FileManager.default.createDirectory(atPath: segment, withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(
                atPath: spool + "/segment-007.ring", withDestinationPath: "/etc/passwd")
            try Data("junk".utf8).write(to: URL(filePath: spool + "/notes.txt"))
        } _: { numbers, _, diagnostics in
            #expect(numbers.isEmpty)
            #expect(diagnostics.filter { $0.code == .spoolJunk }.count == 3)
        }
    }

    @Test func `torn names of exporters give everything to every exporter`() throws {
        try afterDamage(exporters: ["a", "b"]) { _, spool in
            try TestRecord.edit(spool + "/exporters") { $0.removeLast(3) }
        } _: { numbers, account, _ in
            #expect(numbers == Array(0..<100))
            #expect(account.recovered == 100)
        }
    }

    @Test func `any bytes at all are read without harm`() throws {
        var random = SeededGenerator(seed: 11)
        let directory = try TemporaryFolder()
        for round in 0..<40 {
            let spool = directory.path + "/\(100 + round)-abc"
            try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
            chmod(spool, 0o700)
            var bytes = (0..<Int.random(in: 0...20_000, using: &random)).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            // Half of them begin as they should.
            if round % 2 == 0, bytes.count >= Segment.headerSize {
                bytes.withUnsafeMutableBytes { raw in
                    raw.storeBytes(of: SegmentHeader.magic, as: UInt64.self)
                    raw.storeBytes(of: 2, toByteOffset: 8, as: UInt32.self)
                    raw.storeBytes(of: 256, toByteOffset: 12, as: UInt32.self)
                    raw.storeBytes(of: 1 << 20, toByteOffset: 40, as: UInt64.self)
                    guard let base = raw.baseAddress else { return }
                    raw.storeBytes(of: SegmentHeader.checksum(of: base), toByteOffset: 48, as: UInt64.self)
                }
            }
            try Data(bytes).write(to: URL(filePath: spool + "/segment-000.ring"))
        }
        let (adopter, spools) = TestRecord.adopt(directory.path)
        for spool in spools { #expect(TestRecord.drain(spool).isEmpty) }
        #expect(adopter.account.delivered == 0)
    }

    @Test func `bytes that change, and files that shrink or vanish, after they were adopted are counted`()
        throws
    {
        let directory = try TemporaryFolder()
        var ring: EventBuffer? = try TestRecord.makeRing(in: directory.path, segments: 8)
        for number in 0..<600 { TestRecord.write(UInt64(number), size: 1_000, to: try #require(ring)) }
        ring = nil
        let (adopter, spools) = TestRecord.adopt(directory.path)
        let spool = try #require(spools.first)
        #expect(spool.pendingCount(for: 0) == 600)
        let files = TestRecord.segmentFiles(in: directory.path)
        try #require(files.count >= 4)
        try TestRecord.edit(files[0]) { $0.removeSubrange(5_000...) }
        try TestRecord.edit(files[1]) { bytes in
            for place in stride(from: 300, to: 60_000, by: 7_001) { bytes[place] ^= 1 }
        }
        try FileManager.default.removeItem(atPath: files[2])
        let numbers = TestRecord.drain(spool)
        #expect(numbers == numbers.sorted())
        #expect(Set(numbers).count == numbers.count)
        let account = adopter.account
        #expect(account.recovered == 600)
        #expect(account.pending == 0)
        #expect(account.dropped[.corrupted] == UInt64(600 - numbers.count))
        #expect(numbers.count > 200)
    }

    @Test func `bytes that change in the ring of a running process damage records and no count`() throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path, segments: 4)
        for number in 0..<1_000 { TestRecord.write(UInt64(number), to: ring) }
        var random = SeededGenerator(seed: 3)
        for path in TestRecord.segmentFiles(in: directory.path) {
            let handle = try FileHandle(forUpdating: URL(filePath: path))
            for _ in 0..<50 {
                try handle.seek(toOffset: UInt64.random(in: 0..<100_000, using: &random))
                try handle.write(contentsOf: Data([UInt8.random(in: .min ... .max, using: &random)]))
            }
            try handle.close()
        }
        let numbers = TestRecord.drain(ring)
        #expect(Set(numbers).isSubset(of: 0..<1_000))
        let account = ring.settledAccount
        #expect(ring.pendingTotal == 0)
        #expect(Int(account.delivered) == numbers.count)
        #expect(account.dropped[.corrupted, default: 0] == UInt64(1_000 - numbers.count))
        #expect(numbers.count > 500)
        for number in 2_000..<2_100 { TestRecord.write(UInt64(number), to: ring) }
        #expect(TestRecord.drain(ring).count == 100)
    }
}
