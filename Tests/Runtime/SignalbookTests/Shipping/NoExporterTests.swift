import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// Telemetries without an exporter.
@Suite(.timeLimit(.minutes(10))) struct NoExporterTests {
    private func telemetry(
        _ directory: String?, _ exporters: [any Exporter],
        _ diagnostics: DiagnosticRecord = DiagnosticRecord(),
        configure: (inout Configuration) -> Void = { _ in }
    ) -> Telemetry {
        var configuration = Configuration.default
        configuration.buffer.capacityBytes = 1 << 20
        configuration.buffer.directory = directory
        configuration.diagnosticHandler = { diagnostics.add($0) }
        configuration.privacy.hashKey = .random()
        configure(&configuration)
        return Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: exporters)
    }

    @Test func `in files events wait for a process that has an exporter, which is said once`() async throws {
        let folder = try TemporaryFolder()
        let directory = folder.file("spool")
        let diagnostics = DiagnosticRecord()
        for round in 0..<2 {
            let telemetry = telemetry(directory, [], diagnostics)
            for number in 0..<10 { telemetry.track(.counted(round * 10 + number)) }
            let flushed = await telemetry.flush(timeout: .seconds(3_000))
            #expect(flushed.statistics.pending == 10)
            let statistics = await telemetry.shutdown(deadline: .seconds(3_000)).statistics
            #expect(statistics.pending == 10 && statistics.dropped == 0 && statistics.isBalanced)
        }
        #expect(diagnostics.codes == [.noExporter, .noExporter], "once a process")
        #expect(diagnostics.all.first?.message.contains("events wait in '\(directory)'") == true)
        let exporter = InMemoryExporter()
        let heir = telemetry(directory, [exporter])
        try await eventually { exporter.signals.count == 20 }
        let statistics = await heir.shutdown(deadline: .seconds(300)).statistics
        #expect(statistics.recovered == 20 && statistics.delivered == 20 && statistics.isBalanced)
        #expect(
            exporter.signals.compactMap { $0["number"]?.integerValue }.sorted() == (0..<20).map { Int64($0) })
    }

    @Test func `in memory events are dropped for that reason, which is said once`() async {
        let diagnostics = DiagnosticRecord()
        let telemetry = telemetry(nil, [], diagnostics)
        for number in 0..<10 { telemetry.track(.counted(number)) }
        let statistics = await telemetry.shutdown(deadline: .seconds(300)).statistics
        #expect(statistics.droppedByReason == [.noExporter: 10] && statistics.isBalanced)
        #expect(diagnostics.codes.first == .noExporter)
        #expect(diagnostics.codes.filter { $0 == .noExporter }.count == 1)
    }

    @Test func `rings that nobody can take over are within the limits of age and size`() throws {
        let directory = try TemporaryFolder()
        for number: UInt64 in 1...3 {
            let ring = try TestRecord.makeRing(in: directory.path, exporters: [String](), segments: 8)
            for _ in 0..<5 { TestRecord.write(number, to: ring) }
        }
        let diagnostics = DiagnosticRecord()
        func adopter(_ limits: SpoolLimits, now: UInt64) -> SpoolAdopter {
            let adopter = SpoolAdopter(
                directory: directory.path, exporters: [String](), limits: limits,
                diagnostics: DiagnosticChannel { diagnostics.add($0) }, now: { now })
            #expect(adopter.adopt().isEmpty)
            return adopter
        }
        // Each ring has 1 MiB.
        var roomy = SpoolLimits()
        (roomy.maximumBytes, roomy.maximumAge) = (3 << 20, 1_000)
        #expect(adopter(roomy, now: 100).account == StoreAccount())
        #expect(directory.names.count == 3 && diagnostics.all.isEmpty)
        var tight = roomy
        tight.maximumBytes = 2 << 20
        let account = adopter(tight, now: 100).account
        #expect(account.dropped == [.evicted: 5] && account.pending == 0)
        #expect(directory.names.count == 2)
        #expect(diagnostics.codes == [.spoolExpired])
        let heir = TestRecord.adopt(directory.path, exporters: ["a"])
        #expect(heir.spools.map { TestRecord.drain($0).count } == [5, 5])
    }

    @Test func `an exporter of metrics alone holds no event back, and is no exporter of events`() async throws
    {
        let folder = try TemporaryFolder()
        let metrics = InMemoryExporter(kinds: [.metrics])
        let log = InMemoryExporter()
        let telemetry = telemetry(folder.path, [metrics, log])
        for number in 0..<10 { telemetry.track(.counted(number)) }
        let result = await telemetry.shutdown(deadline: .seconds(300))
        #expect(result.isComplete && result.statistics.delivered == 10 && result.statistics.isBalanced)
        #expect(result.exporters.map(\.exported) == [10, 0])
        #expect(metrics.signals.isEmpty && metrics.snapshots.count == 1)
        let alone = self.telemetry(folder.path, [InMemoryExporter(kinds: [.metrics])])
        alone.track(.counted(1))
        let statistics = await alone.shutdown(deadline: .seconds(300)).statistics
        #expect(statistics.pending == 1 && statistics.dropped == 0)
    }
}
