import Foundation
import SignalHTTPServer
import SignalTransport
import Signalbook
import Testing
import TestSupport

@testable import SignalbookApplicationInsights

/// The exporter against a server that answers whatever Application Insights, or something in its place, may answer.
@Suite(.timeLimit(.minutes(10))) struct ExporterTests {
    /// What the server does with a request, and what the exporter makes of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var response: HTTPResponse
        var delivered = 0
        var rejected = 0
        var retried: [Int] = []
        var isRetryable = false
        var isTooLarge = false
        var delay: Duration?
        var errorType: String?
    }

    private static func status(_ code: Int, _ headers: HTTPHeaders = [:], _ body: String = "") -> HTTPResponse
    {
        HTTPResponse(code, headers: headers, body: Array(body.utf8))
    }

    private static let partial = #"""
        {"itemsReceived":3,"itemsAccepted":1,"errors":[{"index":0,"statusCode":400,"message":"bad"},{"index":2,"statusCode":500,"message":"later"}]}
        """#

    private static func delivering(_ delivery: HTTPResponse.Delivery) -> HTTPResponse {
        var response = HTTPResponse(
            200, body: Array(#"{"itemsReceived":3,"itemsAccepted":3,"errors":[]}"#.utf8))
        response.delivery = delivery
        return response
    }

    static let cases: [Case] = [
        Case(
            testDescription: "200",
            response: status(200, [:], #"{"itemsReceived":3,"itemsAccepted":3,"errors":[]}"#), delivered: 3),
        Case(testDescription: "200 without a body", response: status(200), delivered: 3),
        Case(testDescription: "204", response: status(204), delivered: 3),
        Case(
            testDescription: "206", response: status(206, [:], partial), delivered: 1, rejected: 1,
            retried: [2], errorType: "206"),
        Case(
            testDescription: "206 with garbage", response: status(206, [:], "<html>"), isRetryable: true,
            errorType: "206"),
        Case(testDescription: "400", response: status(400), errorType: "400"),
        Case(testDescription: "401", response: status(401), isRetryable: true, errorType: "401"),
        Case(testDescription: "402", response: status(402), errorType: "402"),
        Case(testDescription: "404", response: status(404), errorType: "404"),
        Case(testDescription: "408", response: status(408), isRetryable: true, errorType: "408"),
        Case(testDescription: "413", response: status(413), isTooLarge: true, errorType: "413"),
        Case(
            testDescription: "429 in seconds", response: status(429, ["Retry-After": "30"]),
            isRetryable: true, delay: .seconds(30), errorType: "429"),
        Case(
            testDescription: "429 until a date",
            response: status(429, ["Retry-After": "Sun, 09 Sep 2001 01:47:40 GMT"]), isRetryable: true,
            delay: .seconds(60), errorType: "429"),
        Case(
            testDescription: "429 with garbage", response: status(429, ["Retry-After": "soon"]),
            isRetryable: true, errorType: "429"),
        Case(testDescription: "439", response: status(439), errorType: "439"),
        Case(testDescription: "500", response: status(500), isRetryable: true, errorType: "500"),
        Case(testDescription: "502", response: status(502), isRetryable: true, errorType: "502"),
        Case(testDescription: "503", response: status(503), isRetryable: true, errorType: "503"),
        Case(testDescription: "504", response: status(504), isRetryable: true, errorType: "504"),
        Case(
            testDescription: "307 to another host",
            response: status(307, ["Location": "http://localhost:9/"]), errorType: "redirectRefused"),
        Case(
            testDescription: "closed within the answer", response: delivering(.truncated(bodyBytes: 5)),
            isRetryable: true, errorType: "interrupted"),
        Case(
            testDescription: "reset", response: delivering(.reset), isRetryable: true,
            errorType: "interrupted"),
        Case(
            testDescription: "no HTTP", response: delivering(.raw(Array("garbage\r\n\r\n".utf8))),
            isRetryable: true),
    ]

    @Test(arguments: cases)
    func `each answer decides over each event`(_ example: Case) async throws {
        try await LoopbackServer.run { _ in
            example.response
        } body: { server in
            let (result, batch) = try await export(to: server.port)
            #expect(result.deliveredCount(of: batch) == example.delivered)
            #expect(result.rejectedCount == example.rejected)
            #expect(result.retriedIndexes == example.retried)
            #expect(result.isRetryable == example.isRetryable)
            #expect(result.isTooLarge == example.isTooLarge)
            #expect(result.retryDelay == example.delay)
            if let errorType = example.errorType { #expect(result.errorType == errorType) }
            #expect((result.reason == nil) == (example.delivered == 3))
            #expect(result.reason?.contains("SECRET") != true)
        }
    }

    @Test func `a server that does not answer in time is asked again`() async throws {
        try await LoopbackServer.run { _ in
            Self.delivering(.never)
        } body: { server in
            let (result, _) = try await export(to: server.port) { $0.timeout = .milliseconds(100) }
            #expect(result.isRetryable)
            #expect(result.errorType == "timeout")
        }
    }

    @Test func `a server that is not there is asked again`() async throws {
        try await ClosedPort.run { port in
            let (result, _) = try await export(to: port)
            #expect(result.isRetryable)
            #expect(result.errorType == "refused")
        }
    }

    @Test func `a redirect within the host is followed with the body and remembered`() async throws {
        let requests = Locked<[String]>([])
        try await LoopbackServer.run { request in
            requests.withLock { $0.append("\(request.path) \(request.body.count > 0)") }
            if request.path == "/moved/v2.1/track" { return .text(200, "") }
            return HTTPResponse(307, headers: ["Location": "/moved/v2.1/track"])
        } body: { server in
            let exporter = try makeExporter(port: server.port)
            let batch = try #require(await threeEvents().first)
            #expect(await exporter.export(batch) == .delivered)
            #expect(await exporter.export(batch) == .delivered)
            #expect(
                requests.withLock { $0 } == [
                    "/v2.1/track true", "/moved/v2.1/track true", "/moved/v2.1/track true",
                ])
        }
    }

    @Test func `the body is gzip of one envelope a line`() async throws {
        let bodies = Locked<[HTTPRequest]>([])
        try await LoopbackServer.run { request in
            bodies.withLock { $0.append(request) }
            return .text(200, "")
        } body: { server in
            _ = try await export(to: server.port)
            let request = try #require(bodies.withLock { $0.first })
            #expect(request.headers["Content-Type"] == "application/x-json-stream")
            #expect(request.headers["Content-Encoding"] == "gzip")
            let lines = try #require(gunzip(request.body, maximumSize: 1 << 20)).split(separator: 0x0A)
            #expect(lines.count == 3)
            for line in lines {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line)) }
            }
        }
    }

    @Test func `events that are too old or too far ahead are not sent, and counted`() async throws {
        let batch = try #require(await threeEvents().first)
        try await LoopbackServer.run { _ in
            HTTPResponse(500)
        } body: { server in
            // 49 hours later, 3 hours before.
            for now in [1_000_176_400, 999_989_200] as [UInt64] {
                let exporter = try makeExporter(port: server.port, now: now)
                let result = await exporter.export(batch)
                #expect(result.isDelivered)
                #expect(result.rejectedCount == 3)
                #expect(result.reason?.contains("48 h") == true)
            }
            // 47 hours later, an hour before: it is the server that answers.
            for now in [1_000_169_200, 999_996_400] as [UInt64] {
                #expect(try await makeExporter(port: server.port, now: now).export(batch).isRetryable)
            }
        }
    }

    // MARK: Through a telemetry

    @Test(arguments: [(200, 3, 0), (400, 0, 3)])
    func `the account holds every event`(status: Int, delivered: Int, dropped: Int) async throws {
        try await LoopbackServer.run { _ in
            HTTPResponse(status)
        } body: { server in
            var configuration = Configuration.default
            configuration.developerLog.isEnabled = false
            configuration.buffer.capacityBytes = 1 << 20
            configuration.diagnosticHandler = { _ in }
            let connectionString = Secret(
                "InstrumentationKey=SECRET;IngestionEndpoint=http://127.0.0.1:\(server.port)")
            let telemetry = Telemetry(
                catalog: ShopCatalog.self, configuration: configuration,
                exporting: [.applicationInsights(connectionString: connectionString)],
                environment: ["APPLICATIONINSIGHTS_CONNECTION_STRING": "not used"])
            for number in 0..<3 { telemetry.track(OrderPlaced(number: number)) }
            let statistics = await telemetry.shutdown(deadline: .seconds(300)).statistics
            #expect(statistics.tracked == 3)
            #expect(statistics.delivered == delivered)
            #expect(statistics.dropped == dropped)
        }
    }

    @Test(arguments: ["InstrumentationKey=SECRET;IngestionEndpoint=SECRET", "SECRET"])
    func `a connection string that cannot be used is said without it`(text: String) {
        let messages = Locked<[String]>([])
        let channel = DiagnosticChannel { diagnostic in
            messages.withLock { $0.append(diagnostic.description) }
        }
        let setup = ExporterSetup(
            configuration: .default, environment: ["APPLICATIONINSIGHTS_CONNECTION_STRING": text],
            catalog: ShopCatalog.identity, context: [], diagnostics: channel)
        #expect(ExporterProvider.applicationInsights.exporters(for: setup).isEmpty)
        let said = messages.withLock { $0 }
        #expect(said.count == 1)
        #expect(said.allSatisfy { !$0.contains("SECRET") && $0.contains("Application Insights") })
    }

    @Test func `without a connection string there is no exporter`() {
        let setup = ExporterSetup(
            configuration: .default, environment: [:], catalog: ShopCatalog.identity, context: [],
            diagnostics: DiagnosticChannel { _ in })
        #expect(ExporterProvider.applicationInsights.exporters(for: setup).isEmpty)
    }

    // MARK: Support

    /// Three events of 2001-09-09 01:46:40 UTC, a billion seconds since 1970.
    private func threeEvents() async -> [RecordBatch] {
        await records { telemetry in
            for number in 0..<3 { telemetry.track(OrderPlaced(number: number)) }
        }
    }

    private func makeExporter(
        port: Int, now: UInt64 = 1_000_000_000,
        adjust: (inout ApplicationInsightsConfiguration) -> Void = { _ in }
    ) throws -> ApplicationInsightsExporter {
        var configuration = ApplicationInsightsConfiguration(
            connectionString: Secret("InstrumentationKey=SECRET;IngestionEndpoint=http://127.0.0.1:\(port)"))
        configuration.timeout = .seconds(3600)
        adjust(&configuration)
        return try ApplicationInsightsExporter(
            configuration, identity: ShopCatalog.identity, context: ShopCatalog.context,
            now: { now * 1_000_000_000 })
    }

    private func export(
        to port: Int, adjust: (inout ApplicationInsightsConfiguration) -> Void = { _ in }
    ) async throws -> (ExportResult, RecordBatch) {
        let batch = try #require(await threeEvents().first)
        return (try await makeExporter(port: port, adjust: adjust).export(batch), batch)
    }
}
