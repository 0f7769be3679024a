import Foundation
import Testing
import TestSupport

@testable import Signalbook

@Suite struct SpoolInspectorTests {
    @Test func `a spool is shown with its owners, exporters, events and damage, and is not changed by that`()
        throws
    {
        let directory = try TemporaryFolder()
        let other = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path, exporters: ["a", "b"], segments: 2)
        for number in 0..<50 { TestRecord.write(UInt64(number) + 7, to: ring) }
        let some = try #require(ring.collect(for: 0, maximumCount: 20, maximumBytes: .max))
        ring.settle(some, for: 0, delivered: 20, dropped: nil)
        try TestRecord.copySpool(from: directory.path, to: other.path)
        let segment = TestRecord.segmentFiles(in: other.path)[0]
        try TestRecord.edit(segment) { $0[Segment.headerSize + 30 * 80 + 20] ^= 1 }
        try Data().write(to: URL(filePath: other.file("junk")))
        let before = try Data(contentsOf: URL(filePath: segment))

        let running = try #require(try SpoolInspector(directory: directory.path).rings.first)
        #expect(running.isRunning)
        #expect(running.process == ProcessInfo.processInfo.processIdentifier)
        #expect(running.recordCount == 50)
        #expect(running.exporters == [.init(name: "a", count: 30), .init(name: "b", count: 50)])

        let inspected = try SpoolInspector(directory: other.path)
        #expect(inspected.junk == ["junk"])
        let orphan = try #require(inspected.rings.first)
        #expect(!orphan.isRunning)
        #expect(orphan.recordCount == 49)
        #expect(orphan.corruptedRecordCount == 1)
        #expect(orphan.corruptedSegmentCount == 0)
        #expect(orphan.oldestTime == 7)
        #expect(orphan.byteCount == 2 * TestRecord.segmentSize)
        #expect(orphan.problem == nil)
        #expect(try Data(contentsOf: URL(filePath: segment)) == before)
        #expect(TestRecord.adopt(other.path, exporters: ["a", "b"]).adopter.account.recovered == 50)
    }

    @Test func `events are counted by name and severity, most frequent first`() async throws {
        let directory = try TemporaryFolder()
        let telemetry = makeTelemetry {
            $0.buffer.directory = directory.path
            $0.batching.maximumAge = .seconds(3600)
            $0.batching.maximumEvents = 10_000
        }
        for number in 0..<20 { telemetry.track(.counted(number)) }
        for _ in 0..<3 { telemetry.track(Failed()) }
        let ring = try #require(try SpoolInspector(directory: directory.path).rings.first)
        #expect(
            ring.events == [
                .init(name: "number_counted", severity: "info", count: 20),
                .init(name: "thing_failed", severity: "error", count: 3),
            ])
        await telemetry.shutdown(deadline: .seconds(300))
        #expect(try SpoolInspector(directory: directory.path).rings.isEmpty)
    }

    @Test func `what cannot be read is an error or a problem of its ring`() throws {
        let directory = try TemporaryFolder()
        #expect(throws: SpoolInspector.Failure.self) {
            try SpoolInspector(directory: directory.file("missing"))
        }
        try FileManager.default.createSymbolicLink(
            atPath: directory.file("1-a"), withDestinationPath: directory.path)
        let problem = try SpoolInspector(directory: directory.path).rings.first?.problem
        #expect(problem?.contains("it is a symbolic link") == true)
    }
}
