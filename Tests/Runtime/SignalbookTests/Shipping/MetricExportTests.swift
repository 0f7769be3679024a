import Testing
import TestSupport

@testable import Signalbook

@Suite(.timeLimit(.minutes(10))) struct MetricExportTests {
    /// Takes metrics as a script says.
    private final class MetricExporter: Exporter {
        let name = "metrics"
        let kinds: Set<SignalKind> = [.logs, .metrics]
        let snapshots = Locked<[MetricSnapshot]>([])
        private let script: @Sendable (_ call: Int) async -> ExportResult

        init(script: @escaping @Sendable (_ call: Int) async -> ExportResult) { self.script = script }

        func export(_ batch: RecordBatch) async -> ExportResult { .delivered }

        func export(_ snapshot: MetricSnapshot) async -> ExportResult {
            let call = snapshots.withLock { snapshots in
                snapshots.append(snapshot)
                return snapshots.count - 1
            }
            return await script(call)
        }
    }

    private func telemetry(
        _ exporters: [any Exporter], _ diagnostics: DiagnosticRecord = DiagnosticRecord(),
        interval: Duration = .milliseconds(10)
    ) -> Telemetry {
        var configuration = Configuration.default
        configuration.buffer.capacityBytes = 1 << 20
        configuration.metrics.exportInterval = interval
        configuration.diagnosticHandler = { diagnostics.add($0) }
        configuration.privacy.hashKey = .random()
        return Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: exporters)
    }

    private func created(_ snapshot: MetricSnapshot) -> Int64? {
        snapshot["otel.sdk.log.created"]?.data.sum?.points.first?.value.integerValue
    }

    @Test func `the runtime's account of itself is exported in the interval, cumulative`() async throws {
        let exporter = InMemoryExporter(kinds: [.logs, .metrics])
        let telemetry = telemetry([exporter])
        for number in 0..<10 { telemetry.track(.counted(number)) }
        try await eventually { exporter.snapshots.count >= 2 }
        for number in 0..<5 { telemetry.track(.counted(number)) }
        let result = await telemetry.shutdown(deadline: .seconds(300))
        #expect(exporter.signals.count == 15)
        let snapshots = exporter.snapshots
        let last = try #require(snapshots.last)
        #expect(snapshots.compactMap(created) == snapshots.compactMap(created).sorted())
        #expect(created(last) == 15)
        #expect(Set(snapshots.map(\.startUnixNanoseconds)).count == 1)
        #expect(snapshots.map(\.unixNanoseconds) == snapshots.map(\.unixNanoseconds).sorted())
        #expect(last.startUnixNanoseconds <= last.unixNanoseconds)
        #expect(Set(last.metrics.map(\.name)).count == last.metrics.count)

        let size = try #require(last["otel.sdk.processor.log.queue.size"])
        #expect(size.unit == "{log_record}" && size.data.sum?.isMonotonic == false)
        let exported = try #require(last["otel.sdk.exporter.log.exported"]?.data.sum)
        #expect(exported.isMonotonic)
        #expect(exported.points.first?.attributes["otel.component.name"] == "in-memory")
        #expect(exported.points.first?.value == .integer(15))
        let duration = try #require(last["otel.sdk.exporter.operation.duration"]?.data.histogram?.first)
        #expect(duration.bounds.isEmpty && duration.count >= 1 && duration.sum ?? -1 >= 0)

        // What the exporter says about metrics is in its account, and in none of the events'.
        let statistics = try #require(result.statistics.exporters.first)
        #expect(statistics.exported == 15)
        // The oldest snapshots may have made room for others.
        let counted = try #require(statistics.kinds[.metrics]?.exported)
        #expect(counted >= snapshots.reduce(0) { $0 + $1.pointCount })
        #expect(
            statistics.selfObservations.contains {
                $0.name == "otel.sdk.exporter.metric_data_point.exported" && $0.unit == "{data_point}"
                    && $0.value > 0
            })
        #expect(result.statistics.tracked == 15 && result.statistics.isBalanced)
    }

    @Test func `a snapshot that failed is superseded by the next one, and costs no event`() async throws {
        let diagnostics = DiagnosticRecord()
        let exporter = MetricExporter { call in
            call < 3 ? .retry("down", after: .seconds(3600), errorType: "503") : .delivered
        }
        let telemetry = telemetry([exporter], diagnostics)
        for number in 0..<10 { telemetry.track(.counted(number)) }
        try await eventually { exporter.snapshots.withLock { $0.count >= 5 } }
        let result = await telemetry.shutdown(deadline: .seconds(300))
        #expect(result.isComplete && result.statistics.delivered == 10)
        let snapshots = exporter.snapshots.withLock { $0 }
        #expect(Set(snapshots.map(\.unixNanoseconds)).count == snapshots.count, "none is sent twice")
        let counts = try #require(result.statistics.exporters.first?.kinds[.metrics])
        #expect(counts.abandoned == snapshots[..<3].reduce(0) { $0 + $1.pointCount })
        #expect(counts.exported == snapshots[3...].reduce(0) { $0 + $1.pointCount })
        #expect(result.statistics.exporters.first?.retries == 0)
        #expect(!diagnostics.codes.contains(.losses))
        let said = diagnostics.all.filter { $0.code == .exportFailed }
        #expect(said.map(\.subject) == ["metrics metrics"])
        #expect(
            said.first?.message
                == "exporter 'metrics' did not take all metrics: down; the next export has them all")
    }

    @Test func `a flush exports metrics, and one without metrics is never asked for them`() async {
        let exporter = MetricExporter { _ in .delivered }
        let other = InMemoryExporter()
        let telemetry = telemetry([exporter, other], interval: .seconds(86_400))
        telemetry.track(.counted(1))
        await telemetry.flush(timeout: .seconds(300))
        #expect(exporter.snapshots.withLock { $0 }.map(created) == [1])
        await telemetry.shutdown(deadline: .seconds(300))
        #expect(exporter.snapshots.withLock { $0 }.count == 2)
        #expect(other.snapshots.isEmpty)
        #expect(
            await ScriptedExporter().export(MetricSnapshot(unixNanoseconds: 0, startUnixNanoseconds: 0))
                .isDelivered == false)
    }

    @Test func `a histogram counts what is in its buckets`() {
        let point = MetricSnapshot.ExponentialHistogramPoint(
            sum: 6, scale: 0, zeroCount: 2, positive: .init(offset: -1, counts: [1, 2]),
            negative: .init(counts: [3]))
        #expect(point.count == 8)
        #expect(MetricSnapshot.HistogramPoint(sum: 1, bounds: [1, 2], bucketCounts: [1, 0, 4]).count == 5)
        let snapshot = MetricSnapshot(
            unixNanoseconds: 2, startUnixNanoseconds: 1,
            metrics: [
                .init(name: "a", unit: "s", description: "", data: .exponentialHistogram([point, point])),
                .init(name: "b", unit: "1", description: "", data: .gauge([.init(value: .double(0.5))])),
            ])
        #expect(snapshot.pointCount == 3)
        #expect(snapshot["a"]?.data.exponentialHistogram?.count == 2 && snapshot["a"]?.data.gauge == nil)
        #expect(snapshot["b"]?.data.gauge?.first?.value.doubleValue == 0.5 && snapshot["c"] == nil)
    }
}
