import Foundation
import Testing
import TestSupport

@testable import Signalbook

@Suite struct BufferStorageTests {
    private func permissions(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func `segment files belong to their owner alone and have their whole size from the start`()
        throws
    {
        let folder = try TemporaryFolder()
        let storage = try BufferStorage.mapped(in: folder.path, segmentCount: 2, segmentSize: 128 << 10)
        let own = try #require(storage.directory)
        #expect(own.hasPrefix(folder.path + "/\(ProcessInfo.processInfo.processIdentifier)-"))
        let ring = try #require(folder.names.first)
        #expect(folder.file(ring) == own)
        #expect(
            folder.listing == [
                ring, ring + "/index", ring + "/owner.lock", ring + "/segment-000.ring",
                ring + "/segment-001.ring",
            ])
        #expect(try permissions(own) == 0o700)
        let file = own + "/segment-001.ring"
        #expect(try permissions(file) == 0o600)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int == 128 << 10)
        storage.removeFiles()
        #expect(folder.listing.isEmpty)
    }

    @Test func `tracked events stand in the files, whole, before anything ships them`() async throws {
        let folder = try TemporaryFolder()
        let telemetry = makeTelemetry {
            $0.buffer.directory = folder.path
            $0.batching.maximumAge = .seconds(3600)
            $0.batching.maximumEvents = 10_000
        }
        for number in 0..<20 { telemetry.track(.counted(number)) }
        var names: [String] = []
        for file in folder.listing where file.hasSuffix(".ring") {
            let data = [UInt8](try Data(contentsOf: folder.url.appending(path: file)))
            #expect(data.prefix(8).elementsEqual("SIGNLBK1".utf8))
            names += try records(in: data).map { try #require($0.signals.first).name }
        }
        #expect(names == Array(repeating: "number_counted", count: 20))
        await telemetry.shutdown(deadline: .seconds(300))
        #expect(folder.listing.isEmpty)
    }

    /// Reads a segment as another process would: by its layout alone.
    private func records(in data: [UInt8]) throws -> [(signals: [RecordedSignal], malformed: Int)] {
        func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type) -> Int {
            data.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: offset, as: type)) }
        }
        try #require(number(at: 8, as: UInt32.self) == 3)
        var offset = number(at: 12, as: UInt32.self)
        let end = offset + number(at: 64, as: UInt64.self)
        var result: [(signals: [RecordedSignal], malformed: Int)] = []
        while offset < end {
            let length = number(at: offset, as: UInt32.self)
            var builder = RecordBatch.Builder()
            data[(offset + 16)..<(offset + 16 + length)].withUnsafeBytes { builder.append($0) }
            result.append(builder.build().decoded())
            offset += (16 + length + 7) & ~7
        }
        return result
    }

    @Test func `a directory that cannot be used is reported once, and the buffer is in memory`() async throws
    {
        let diagnostics = DiagnosticRecord()
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter, diagnostics: diagnostics) {
            $0.buffer.directory = "/dev/null/spool"
        }
        telemetry.track(.counted(1))
        await telemetry.flush(timeout: .seconds(300))
        #expect(exporter.signals.count == 1)
        #expect(diagnostics.all.filter { $0.code == .spoolUnavailable }.count == 1)
    }
}
