import SignalHTTPServer
import Signalbook
import SignalbookOTLP
import Testing

/// A catalog of one event, as the generator would write it.
private enum NumberCatalog: Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "numbers", version: "1.0.0") }
    static var context: [ContextPropertyDefinition] { [] }
}

private struct Numbered: Event {
    var number: Int
    static var definition: EventDefinition {
        EventDefinition("number_tracked", severity: .info, catalog: NumberCatalog.self)
    }
    func record(into properties: inout PropertyWriter) { properties.integer("number", number) }
}

/// An exporter that has little time until the collector has received a request, and all the time it needs after that.
private struct FirstImpatientExporter: Exporter {
    let collector: FakeCollector
    let impatient: OTLPExporter
    let patient: OTLPExporter

    var name: String { patient.name }
    func export(_ batch: RecordBatch) async -> ExportResult {
        await (collector.requests.isEmpty ? impatient : patient).export(batch)
    }
}

/// Every event that is tracked arrives or is accounted for, whatever the collector answers.
@Suite(.timeLimit(.minutes(10))) struct AccountTests {
    private static let count = 40

    private func exporter(
        to endpoint: String, timeout: Duration = .seconds(600),
        compression: OTLPConfiguration.Compression = .none
    ) -> OTLPExporter {
        var configuration = OTLPConfiguration()
        configuration.endpoint = Secret(endpoint + "/v1/logs")
        configuration.timeout = timeout
        configuration.compression = compression
        return OTLPExporter(configuration, diagnostics: DiagnosticChannel { _ in })
    }

    private func ship(
        to endpoint: String, compression: OTLPConfiguration.Compression = .none
    ) async throws -> Statistics {
        try await ship(by: exporter(to: endpoint, compression: compression))
    }

    /// Tracks forty events as one batch, and waits until each is settled.
    private func ship(by exporter: any Exporter) async throws -> Statistics {
        var configuration = Configuration.default
        configuration.privacy.hashKey = .random()
        configuration.batching.maximumEvents = 10_000
        configuration.batching.maximumAge = .seconds(3600)
        configuration.batching.exportTimeout = .zero
        configuration.retry.initialDelay = .milliseconds(1)
        configuration.retry.maximumDelay = .milliseconds(1)
        configuration.retry.failuresUntilSuspended = 100
        configuration.retry.maximumAttempts = 1_000
        configuration.diagnosticHandler = { _ in }
        let telemetry = Telemetry(
            catalog: NumberCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
        for number in 0..<Self.count { telemetry.track(Numbered(number: number)) }
        while telemetry.statistics.pending > 0 {
            try Task.checkCancellation()
            await telemetry.flush(timeout: .seconds(600))
        }
        let statistics = telemetry.statistics
        await telemetry.shutdown(deadline: .seconds(600))
        return statistics
    }

    private func numbers(in request: HTTPRequest) throws -> [Int] {
        try signals(in: request).map { $0["number"]?.integerValue.map { Int($0) } ?? -1 }
    }

    private func expectBalance(_ statistics: Statistics, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(statistics.tracked == Self.count, sourceLocation: sourceLocation)
        #expect(
            statistics.tracked == statistics.delivered + statistics.pending + statistics.sampledOut
                + statistics.rejected
                + statistics.dropped, sourceLocation: sourceLocation)
    }

    @Test(arguments: [OTLPConfiguration.Compression.none, .gzip])
    func `what is taken arrives once`(compression: OTLPConfiguration.Compression) async throws {
        try await FakeCollector.run { endpoint, collector in
            let statistics = try await ship(to: endpoint, compression: compression)
            expectBalance(statistics)
            #expect(statistics.delivered == Self.count)
            let arrived = try collector.requests.flatMap(numbers)
            #expect(arrived == Array(0..<Self.count))
        }
    }

    @Test func `what may pass is sent again until it is taken`() async throws {
        let script: [HTTPResponse] = [
            HTTPResponse(503), HTTPResponse(429, headers: ["Retry-After": "0"]), HTTPResponse(502),
            HTTPResponse(504),
            HTTPResponse(200, delivery: .reset),
            HTTPResponse(200, body: [1, 2, 3], delivery: .truncated(bodyBytes: 1)),
            .raw("garbage\r\n\r\n"), HTTPResponse(307, headers: ["Location": "/moved"]), HTTPResponse(200),
        ]
        try await FakeCollector.run(script) { endpoint, collector in
            let statistics = try await ship(to: endpoint)
            expectBalance(statistics)
            #expect(statistics.delivered == Self.count)
            let last = try #require(collector.requests.last)
            let arrived = try numbers(in: last)
            #expect(arrived == Array(0..<Self.count))
            #expect(last.target == "/moved")
        }
    }

    @Test func `an answer that stays away is waited for and sent again`() async throws {
        try await FakeCollector.run([HTTPResponse(200, delivery: .never), HTTPResponse(200)]) {
            endpoint, collector in
            let statistics = try await ship(
                by: FirstImpatientExporter(
                    collector: collector, impatient: exporter(to: endpoint, timeout: .milliseconds(100)),
                    patient: exporter(to: endpoint)))
            expectBalance(statistics)
            #expect(statistics.delivered == Self.count)
            #expect(statistics.exporters.first?.lastErrorType == "timeout")
            #expect(collector.requests.count >= 2)
        }
    }

    @Test(arguments: [400, 401, 402, 404, 408, 439, 500])
    func `what will never be taken is dropped and counted`(code: Int) async throws {
        try await FakeCollector.run([HTTPResponse(code), HTTPResponse(200)]) { endpoint, collector in
            let statistics = try await ship(to: endpoint)
            expectBalance(statistics)
            #expect(statistics.delivered == 0)
            #expect(statistics.droppedByReason == [.exportFailed: Self.count])
            #expect(statistics.exporters.first?.lastErrorType == "\(code)")
            #expect(collector.requests.count == 1)
        }
    }

    @Test func `an oversized answer drops the batch, and counts it`() async throws {
        let body = [UInt8](repeating: 0, count: (4 << 20) + 1)
        try await FakeCollector.run([HTTPResponse(200, body: body)]) { endpoint, _ in
            let statistics = try await ship(to: endpoint)
            expectBalance(statistics)
            #expect(statistics.droppedByReason == [.exportFailed: Self.count])
        }
    }

    @Test func `a partial success is counted to the event and not sent again`() async throws {
        try await FakeCollector.run([.protobuf(200, partialSuccess(rejected: 3, "no"))]) {
            endpoint, collector in
            let statistics = try await ship(to: endpoint)
            expectBalance(statistics)
            #expect(statistics.delivered == Self.count - 3 && statistics.dropped == 3)
            #expect(statistics.exporters.first?.refused == 3)
            #expect(collector.requests.count == 1)
        }
    }

    @Test func `a batch that is too large arrives in parts, each event once`() async throws {
        try await FakeCollector.run(answering: { request, _ in
            HTTPResponse(((try? records(in: plainBody(request)).count) ?? 0) > 7 ? 413 : 200)
        }) { endpoint, collector in
            let statistics = try await ship(to: endpoint)
            expectBalance(statistics)
            #expect(statistics.delivered == Self.count)
            let arrived = try collector.requests.map(numbers).filter { $0.count <= 7 }.flatMap { $0 }
            #expect(arrived.sorted() == Array(0..<Self.count))
        }
    }

    @Test func `one event that is always too large is dropped, the others arrive`() async throws {
        try await FakeCollector.run(answering: { request, _ in
            let hasBad = (try? records(in: plainBody(request)).contains { $0.last == 17 }) ?? false
            return HTTPResponse(hasBad ? 413 : 200)
        }) { endpoint, _ in
            let statistics = try await ship(to: endpoint)
            expectBalance(statistics)
            #expect(statistics.delivered == Self.count - 1 && statistics.dropped == 1)
        }
    }
}
