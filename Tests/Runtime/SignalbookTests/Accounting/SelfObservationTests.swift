import Testing

@testable import Signalbook

@Suite struct SelfObservationTests {
    @Test func `the account has OpenTelemetry's names`() async throws {
        let rejecting = ScriptedExporter("otlp") { batch, call in
            call == 0 ? .delivered(rejected: 2, reason: "too old") : .failed("400")
        }
        var configuration = Configuration.default
        configuration.diagnosticHandler = { _ in }
        configuration.buffer.capacityBytes = 4 << 20
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [rejecting])
        for number in 0..<10 { telemetry.track(.counted(number)) }
        await telemetry.flush(timeout: .seconds(300))
        telemetry.track(Large(content: String(repeating: "x", count: 70_000)))
        for number in 0..<3 { telemetry.track(.counted(number)) }
        await telemetry.shutdown(deadline: .seconds(300))
        let observations = telemetry.statistics.selfObservations
        let lines = observations.filter { $0.unit == "{log_record}" }.map {
            "\($0.name) \($0.attributes["otel.component.name"] ?? "-") \($0.attributes["error.type"] ?? "-") \(Int($0.value))"
        }
        #expect(
            lines == [
                "otel.sdk.log.created - - 14",
                "otel.sdk.processor.log.queue.size batching_log_processor/0 - 0",
                "otel.sdk.processor.log.queue.capacity batching_log_processor/0 - 4096",
                "otel.sdk.processor.log.processed batching_log_processor/0 - 8",
                "otel.sdk.processor.log.processed batching_log_processor/0 export_failed 5",
                "otel.sdk.processor.log.processed batching_log_processor/0 too_large 1",
                "otel.sdk.exporter.log.inflight otlp - 0",
                "otel.sdk.exporter.log.exported otlp - 8",
                "otel.sdk.exporter.log.exported otlp rejected 2",
                "otel.sdk.exporter.log.exported otlp export_failed 3",
            ])
        let duration = try #require(observations.last)
        #expect(duration.name == "otel.sdk.exporter.operation.duration")
        #expect(duration.unit == "s")
        #expect(duration.count == 2)
        #expect(duration.value >= 0)
    }
}
