import Testing

@testable import Signalbook

@Suite struct SamplingTests {
    @Test
    func `a request's events are kept or dropped together, and about as many requests as the rate says`()
        async
    {
        let exporter = InMemoryExporter(capacity: 100_000)
        let telemetry = makeTelemetry(exporter: exporter) { $0.sampling.rate = 0.3 }
        for request in 0..<2_000 {
            telemetry.withContext(SampleContext(requestID: "request-\(request)")) {
                for number in 0..<3 {
                    telemetry.withContext(SampleContext(sessionID: "s\(number)")) {
                        telemetry.track(.counted(number))
                    }
                }
            }
        }
        await telemetry.flush(timeout: .seconds(300))
        let counts = Dictionary(grouping: exporter.signals) { $0["request_id"] }.mapValues(\.count)
        #expect(counts.values.allSatisfy { $0 == 3 })
        // 2,000 × 0.3 = 600, standard deviation 20.5; six of them either way.
        #expect((477...723).contains(counts.count))
        #expect(exporter.signals.allSatisfy { $0.sampleRate == 0.3 })
        #expect(telemetry.statistics.isBalanced)
    }

    @Test func `the same request is decided alike by another telemetry with the same rate`() async {
        func kept() async -> Set<String> {
            let exporter = InMemoryExporter()
            let telemetry = makeTelemetry(exporter: exporter) { $0.sampling.rate = 0.5 }
            for request in 0..<200 {
                telemetry.withContext(SampleContext(requestID: "request-\(request)")) {
                    telemetry.track(.counted(1))
                }
            }
            await telemetry.flush(timeout: .seconds(300))
            return Set(exporter.signals.compactMap { $0["request_id"]?.stringValue })
        }
        let first = await kept()
        #expect(first == (await kept()))
        #expect(!first.isEmpty)
    }

    @Test func `errors are kept whatever the rates say`() async {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter) { $0.sampling.rate = 0 }
        for _ in 0..<100 {
            telemetry.track(Failed())
            telemetry.track(.counted(1))
        }
        await telemetry.flush(timeout: .seconds(300))
        #expect(exporter.signals.map(\.name) == Array(repeating: "thing_failed", count: 100))
        #expect(telemetry.statistics.sampledOut == 100)
    }

    @Test func `events that belong to no request are kept by chance, at their own rate`() async {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter)
        for _ in 0..<2_000 { telemetry.track(Halved()) }
        await telemetry.flush(timeout: .seconds(300))
        // 2,000 × 0.5 = 1,000, standard deviation 22.4; six of them either way.
        #expect((866...1_134).contains(exporter.signals.count))
        #expect(exporter.signals.allSatisfy { $0.sampleRate == 0.5 })
    }
}
