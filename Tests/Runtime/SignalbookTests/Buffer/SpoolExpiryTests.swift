import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// Rings that this process cannot take over: for none of its exporters, or of a version that it does not know.
@Suite struct SpoolExpiryTests {
    private static let second: UInt64 = 1_000_000_000
    private static let age = 1_000 * second

    /// A directory, an adopter in it whose records may get 1,000 s old, and what both say and do.
    private final class Scene: Sendable {
        let directory: TemporaryFolder
        let diagnostics = DiagnosticRecord()
        let adopter: SpoolAdopter
        private let time = Locked<UInt64>(0)

        init() throws {
            directory = try TemporaryFolder()
            var limits = SpoolLimits()
            limits.maximumAge = age
            let (diagnostics, time) = (diagnostics, time)
            adopter = SpoolAdopter(
                directory: directory.path, exporters: ["json"], limits: limits,
                diagnostics: DiagnosticChannel { diagnostics.add($0) }, now: { time.withLock { $0 } })
        }

        /// Leaves ten records for another exporter, one a second from `start` on, of which it has had four.
        func leave(from start: UInt64) throws {
            let ring = try TestRecord.makeRing(in: directory.path, exporters: ["otlp"], segments: 4)
            for number in 0..<10 as Range<UInt64> {
                TestRecord.write(number, time: start + number * second, to: ring)
            }
            let some = try #require(ring.collect(for: 0, maximumCount: 4, maximumBytes: .max))
            ring.settle(some, for: 0, delivered: 4, dropped: nil)
        }

        /// Makes all segments those of another version, last written to at this time.
        func change(version: UInt8, writtenAt seconds: Double) throws {
            for path in TestRecord.segmentFiles(in: directory.path) {
                try TestRecord.edit(path) { $0[8] = version }
            }
            try change(writtenAt: seconds)
        }

        /// Makes all files ones that were last written to at this time.
        func change(writtenAt seconds: Double) throws {
            for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path)
            where name.contains("/") {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: seconds)],
                    ofItemAtPath: directory.file(name))
            }
        }

        /// Looks at the directory at a time of day.
        func adopt(at seconds: UInt64) -> Int {
            time.withLock { $0 = seconds * second }
            return adopter.adopt().count
        }
    }

    @Test func `a ring for others stays until its youngest record is too old, and is counted then`() throws {
        let scene = try Scene()
        try scene.leave(from: 5_000 * Self.second)
        #expect(scene.adopt(at: 5_100) == 0)
        // The first nine have expired, the youngest has not.
        #expect(scene.adopt(at: 6_009) == 0)
        #expect(scene.directory.names.count == 1)
        #expect(scene.diagnostics.codes == [.spoolLeft])
        #expect(scene.adopter.account == StoreAccount())
        #expect(scene.adopt(at: 6_010) == 0)
        #expect(scene.directory.names.isEmpty)
        #expect(scene.diagnostics.codes == [.spoolLeft, .spoolExpired])
        #expect(scene.diagnostics.all.last?.message.contains("6 events in it are lost") == true)
        #expect(scene.diagnostics.all.last?.message.contains("(otlp)") == true)
        let account = scene.adopter.account
        #expect(account.recovered == 6)
        #expect(account.dropped == [.expired: 6])
        #expect(account.pending == 0)
        #expect(scene.adopt(at: 9_000) == 0)
        #expect(scene.diagnostics.all.count == 2)
    }

    @Test func `a ring for others in which nothing waits goes too, and nothing is lost with it`() throws {
        let scene = try Scene()
        try {
            let ring = try TestRecord.makeRing(in: scene.directory.path, exporters: ["otlp"], segments: 4)
            TestRecord.write(1, time: 5_000 * Self.second, to: ring)
            TestRecord.drain(ring)
        }()
        #expect(scene.adopt(at: 5_500) == 0)
        #expect(scene.adopt(at: 6_001) == 0)
        #expect(scene.directory.names.isEmpty)
        #expect(scene.diagnostics.all.last?.message.contains("0 events in it are lost") == true)
        #expect(scene.adopter.account == StoreAccount())
    }

    @Test(arguments: [false, true])
    func `a clock that is ahead at the start removes nothing`(_ isOtherVersion: Bool) throws {
        let scene = try Scene()
        try scene.leave(from: 5_000 * Self.second)
        if isOtherVersion { try scene.change(version: 77, writtenAt: 5_009) }
        // Once it is right a ring that has expired is one that was never seen before.
        for time in [900_000, 900_059, 5_100, 5_160, 6_010, 6_069] as [UInt64] {
            #expect(scene.adopt(at: time) == 0)
            #expect(scene.directory.names.count == 1)
        }
        #expect(scene.adopt(at: 6_070) == 0)
        #expect(scene.directory.names.isEmpty)
        #expect(scene.diagnostics.codes == [.spoolLeft, .spoolExpired])
    }

    @Test func `a ring that is too old at the first look goes a minute later`() throws {
        let scene = try Scene()
        try scene.leave(from: 0)
        for time in [9_000, 9_059] as [UInt64] {
            #expect(scene.adopt(at: time) == 0)
            #expect(scene.directory.names.count == 1)
        }
        // Once the clock has been set back that was not so long ago.
        #expect(scene.adopt(at: 8_000) == 0)
        #expect(scene.adopt(at: 8_059) == 0)
        #expect(scene.directory.names.count == 1)
        #expect(scene.adopt(at: 8_060) == 0)
        #expect(scene.directory.names.isEmpty)
        #expect(scene.adopter.account.dropped == [.expired: 6])
    }

    @Test func `until it has expired those who can read it get all of it`() throws {
        let scene = try Scene()
        try scene.leave(from: 5_000 * Self.second)
        #expect(scene.adopt(at: 6_009) == 0)
        let (_, spools) = TestRecord.adopt(scene.directory.path, exporters: ["otlp"])
        #expect(spools.flatMap { TestRecord.drain($0) } == Array(4..<10))
    }

    @Test func `a ring of another version stays until its files are too old, and cannot be counted`() throws {
        let scene = try Scene()
        try scene.leave(from: 0)
        try scene.change(version: 77, writtenAt: 5_000)
        #expect(scene.adopt(at: 5_900) == 0)
        #expect(scene.adopt(at: 5_999) == 0)
        #expect(scene.directory.names.count == 1)
        #expect(scene.diagnostics.codes == [.spoolLeft])
        #expect(scene.adopt(at: 6_001) == 0)
        #expect(scene.directory.names.isEmpty)
        #expect(scene.diagnostics.codes == [.spoolLeft, .spoolExpired])
        #expect(scene.diagnostics.all.last?.message.contains("format version 77") == true)
        #expect(scene.diagnostics.all.last?.message.contains("cannot be told") == true)
        #expect(scene.adopter.account == StoreAccount())
    }

    @Test func `the files of a ring in use are young, until it ends`() throws {
        let scene = try Scene()
        let ring = try TestRecord.makeRing(in: scene.directory.path, exporters: ["otlp"], segments: 4)
        TestRecord.write(1, time: 1, to: ring)
        try scene.change(writtenAt: 5_000)
        let directory = try DirectoryHandle.open(try #require(ring.storage.directory))
        #expect(try SpoolContent(directory).modificationTime == 5_000 * Self.second)
        ring.touch()
        #expect(try SpoolContent(directory).modificationTime > 5_000 * Self.second)
        try scene.change(writtenAt: 5_000)
        ring.close()
        ring.touch()
        #expect(try SpoolContent(directory).modificationTime == 5_000 * Self.second)
    }

    @Test(arguments: [false, true])
    func `with anything else in its directory a ring is never removed`(_ isOtherVersion: Bool) throws {
        let scene = try Scene()
        try scene.leave(from: 0)
        if isOtherVersion { try scene.change(version: 77, writtenAt: 0) }
        let ring = try #require(scene.directory.names.first)
        try Data("mine".utf8).write(to: URL(filePath: scene.directory.file(ring + "/notes.txt")))
        for time in [2_000, 1_000_000] as [UInt64] { #expect(scene.adopt(at: time) == 0) }
        #expect(TestRecord.segmentFiles(in: scene.directory.path).count == 4)
        #expect(scene.directory.read(ring + "/notes.txt") == "mine")
        #expect(scene.diagnostics.codes == [.spoolLeft])
        #expect(scene.adopter.account == StoreAccount())
    }

    @Test func `a ring that somebody holds is never removed, however old it is`() throws {
        let scene = try Scene()
        let ring = try TestRecord.makeRing(in: scene.directory.path, exporters: ["otlp"])
        TestRecord.write(1, time: 1, to: ring)
        #expect(scene.adopt(at: 1_000_000) == 0)
        #expect(scene.directory.names.count == 1)
        #expect(scene.diagnostics.all.isEmpty)
        #expect(TestRecord.drain(ring) == [1])
    }

    @Test func `what only looks like a ring is never removed`() throws {
        let scene = try Scene()
        try FileManager.default.createDirectory(
            atPath: scene.directory.file("12-zz"), withIntermediateDirectories: false)
        try Data(repeating: 0, count: 10).write(to: URL(filePath: scene.directory.file("segment-000.ring")))
        #expect(scene.adopt(at: 1_000_000) == 0)
        #expect(scene.directory.names == ["12-zz", "segment-000.ring"])
        #expect(scene.diagnostics.codes == [.spoolJunk, .spoolJunk])
    }
}
