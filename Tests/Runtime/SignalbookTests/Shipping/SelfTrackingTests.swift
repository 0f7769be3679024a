import Testing

@testable import Signalbook

@Suite struct SelfTrackingTests {
    /// Tracks while it exports, in every way there is.
    private final class TrackingExporter: Exporter {
        let name = "tracking"
        let telemetry = Locked<Telemetry?>(nil)

        func export(_ batch: RecordBatch) async -> ExportResult {
            track(1)
            async let child: Void = track(2)
            await child
            await Task { track(3) }.value
            SignalContext.run(with: SampleContext(userID: "u")) { track(4) }
            return .delivered
        }

        func flush() async { track(5) }

        func shutdown() async { track(6) }

        private func track(_ number: Int) { telemetry.withLock { $0 }?.track(.counted(number)) }
    }

    @Test func `what an exporter tracks is dropped, counted and reported, and causes no exports`() async {
        let exporter = TrackingExporter()
        let diagnostics = DiagnosticRecord()
        var configuration = Configuration.default
        configuration.diagnosticHandler = { diagnostics.add($0) }
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
        exporter.telemetry.withLock { $0 = telemetry }
        telemetry.track(.counted(0))
        await telemetry.flush(timeout: .seconds(300))
        let result = await telemetry.shutdown(deadline: .seconds(300))
        exporter.telemetry.withLock { $0 = nil }
        #expect(result.statistics.delivered == 1)
        #expect(result.statistics.exporters.map(\.exports) == [1])
        let suppressed = result.statistics.droppedByReason[.whileExporting] ?? 0
        #expect(suppressed >= 5)
        #expect(result.statistics.tracked == 1 + suppressed)
        #expect(result.statistics.isBalanced)
        #expect(diagnostics.codes.contains(.eventDropped))
    }

    @Test func `what is tracked beside an export is not dropped`() async {
        let exporter = ScriptedExporter { _, _ in .delivered }
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: .default, exportingOnlyTo: [exporter])
        for number in 0..<100 { telemetry.track(.counted(number)) }
        let result = await telemetry.shutdown(deadline: .seconds(300))
        #expect(result.statistics.delivered == 100)
    }
}
