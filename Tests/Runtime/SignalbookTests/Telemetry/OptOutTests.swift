import Foundation
import Testing
import TestSupport

@testable import Signalbook

@Suite(.timeLimit(.minutes(5))) struct OptOutTests {
    /// A telemetry whose exporter takes nothing for now.
    private func makeTelemetry(
        in directory: String?, _ exporter: any Exporter, _ log: DiagnosticRecord = DiagnosticRecord()
    ) -> Telemetry {
        var configuration = Configuration.default
        configuration.diagnosticHandler = { log.add($0) }
        configuration.buffer.directory = directory
        configuration.batching.maximumAge = .seconds(3_600)
        configuration.batching.maximumEvents = 10_000
        return Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
    }

    @Test(arguments: [true, false])
    func `what waits is dropped at once, counted, and no exporter ever gets it`(_ isInMemory: Bool)
        async throws
    {
        let directory = try TemporaryFolder()
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(in: isInMemory ? nil : directory.path, exporter)
        for number in 0..<500 { telemetry.track(.counted(number)) }
        telemetry.optOut(purging: true)
        let statistics = telemetry.statistics
        #expect(statistics.isBalanced)
        #expect(statistics.pending == 0)
        #expect(statistics.droppedByReason == [.optedOut: 500])
        #expect(!telemetry.isEnabled)
        #expect(directory.names.isEmpty)
        for number in 0..<50 { telemetry.track(.counted(number)) }
        telemetry.optOut(purging: true)
        await telemetry.flush(timeout: .seconds(60))
        await telemetry.shutdown(deadline: .seconds(60))
        #expect(telemetry.statistics.tracked == 500, "nothing is taken or counted afterwards")
        #expect(telemetry.statistics.dropped == 500)
        #expect(exporter.signals.isEmpty)
    }

    @Test func `what earlier runs left is removed too, what other processes still use is not`() throws {
        let directory = try TemporaryFolder()
        for first in [0, 1_000] as [UInt64] {
            let ring = try TestRecord.makeRing(in: directory.path, exporters: ["otlp"])
            for number in first..<(first + 20) { TestRecord.write(number, to: ring) }
        }
        let other = try TestRecord.makeRing(in: directory.path)
        TestRecord.write(1, to: other)
        let telemetry = makeTelemetry(in: directory.path, InMemoryExporter())
        for number in 0..<5 { telemetry.track(.counted(number)) }
        telemetry.optOut()
        let statistics = telemetry.statistics
        #expect(statistics.recovered == 40)
        #expect(statistics.droppedByReason == [.optedOut: 45])
        #expect(statistics.isBalanced)
        #expect(directory.names.count == 1)
        #expect(TestRecord.drain(other) == [1])
    }

    @Test func `an exporter that is at work cannot bring anything back`() async throws {
        let directory = try TemporaryFolder()
        let (isCalled, mayReturn) = (Gate(), Gate())
        let exporter = ScriptedExporter("slow") { _, _ in
            isCalled.open()
            // It does not hear that it is cancelled.
            await Task { try? await mayReturn.wait() }.value
            return .delivered
        }
        let telemetry = makeTelemetry(in: directory.path, exporter)
        for number in 0..<20 { telemetry.track(.counted(number)) }
        async let flushed = telemetry.flush(timeout: .seconds(60))
        try await isCalled.wait()
        telemetry.optOut()
        #expect(telemetry.statistics.droppedByReason == [.optedOut: 20])
        #expect(directory.names.isEmpty)
        mayReturn.open()
        _ = await flushed
        await telemetry.shutdown(deadline: .seconds(60))
        #expect(telemetry.statistics.droppedByReason == [.optedOut: 20])
        #expect(telemetry.statistics.isBalanced)
    }

    @Test func `without purging what waits is delivered`() async throws {
        let directory = try TemporaryFolder()
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(in: directory.path, exporter)
        for number in 0..<20 { telemetry.track(.counted(number)) }
        telemetry.optOut(purging: false)
        for number in 0..<20 { telemetry.track(.counted(number)) }
        await telemetry.shutdown(deadline: .seconds(60))
        #expect(exporter.signals.count == 20)
        #expect(telemetry.statistics.delivered == 20)
        #expect(telemetry.statistics.tracked == 20)
    }

    @Test func `threads that track meanwhile lose nothing uncounted`() async throws {
        let directory = try TemporaryFolder()
        let telemetry = makeTelemetry(in: directory.path, InMemoryExporter())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { for number in 0..<5_000 { telemetry.track(.counted(number)) } }
            }
            group.addTask { telemetry.optOut() }
        }
        #expect(telemetry.statistics.isBalanced)
        #expect(telemetry.statistics.pending == 0)
        #expect(directory.names.isEmpty)
    }
}
