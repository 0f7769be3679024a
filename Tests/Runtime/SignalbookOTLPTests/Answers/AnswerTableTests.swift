import Foundation
import SignalHTTPServer
import Signalbook
import SignalbookOTLP
import Testing
import TestSupport

/// Everything a collector may answer, and what becomes of the batch.
@Suite(.timeLimit(.minutes(10))) struct AnswerTableTests {
    /// The diagnostics' end of an exporter: `SECRET` stands in everything that must not be shown.
    private func export(
        _ endpoint: String, _ batch: RecordBatch = SampleRecords.batch(4), timeout: Duration = .seconds(600),
        encoding: OTLPConfiguration.Encoding = .protobuf
    ) async -> ExportResult {
        var configuration = OTLPConfiguration()
        configuration.endpoint = Secret(
            endpoint.replacing("http://", with: "http://user:SECRET-WORD@") + "/v1/logs")
        configuration.headers = ["api-key": "SECRET-KEY", "Authorization": "Bearer SECRET-TOKEN"]
        configuration.timeout = timeout
        configuration.encoding = encoding
        return await OTLPExporter(configuration, diagnostics: DiagnosticChannel { _ in }).export(batch)
    }

    private func expect(
        _ response: HTTPResponse, _ expected: ExportResult, encoding: OTLPConfiguration.Encoding = .protobuf,
        requests: Int = 1, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await FakeCollector.run([response]) { endpoint, collector in
            let result = await export(endpoint, encoding: encoding)
            #expect(result == expected, sourceLocation: sourceLocation)
            #expect(collector.requests.count == requests, sourceLocation: sourceLocation)
            #expect(result.reason?.contains("SECRET") != true, sourceLocation: sourceLocation)
        }
    }

    @Test func `every 2xx is success, with or without a body or a content type`() async throws {
        try await expect(.protobuf(200), .delivered)
        try await expect(HTTPResponse(200), .delivered)
        try await expect(.raw("HTTP/1.1 201 \r\n\r\n"), .delivered)
        try await expect(HTTPResponse(202), .delivered)
        try await expect(HTTPResponse(204), .delivered)
        try await expect(.protobuf(206), .delivered)
        try await expect(.json(200, Array("{}".utf8)), .delivered)
        try await expect(.json(200, Array(#"{"partialSuccess":null}"#.utf8)), .delivered)
        try await expect(.json(200, Array(#"{"partialSuccess":{}}"#.utf8)), .delivered)
        try await expect(.protobuf(200, partialSuccess(rejected: 0, "")), .delivered)
    }

    @Test func `a body that cannot be read does not make a failure of a success`() async throws {
        for body in ["garbage", "{", "\u{0}\u{FF}", "[[[["] {
            try await expect(.protobuf(200, Array(body.utf8)), .delivered)
            try await expect(.json(200, Array(body.utf8)), .delivered)
            try await expect(.text(200, body), .delivered)
        }
        try await expect(.json(200, Array(String(repeating: "[", count: 100_000).utf8)), .delivered)
    }

    @Test func `a partial success is counted and not sent again`() async throws {
        let expected = ExportResult.delivered(rejected: 3, reason: "the receiver rejected 3: bad attribute")
        try await expect(.protobuf(200, partialSuccess(rejected: 3, "bad attribute")), expected)
        for number in ["3", "\"3\""] {
            let json =
                #"{"partialSuccess":{"rejectedLogRecords":\#(number),"errorMessage":"bad\nattribute"}}"#
            try await expect(.json(200, Array(json.utf8)), expected, encoding: .json)
        }
        try await expect(
            .protobuf(200, partialSuccess(rejected: 1, "")),
            .delivered(rejected: 1, reason: "the receiver rejected 1"))
    }

    @Test func `a partial success without rejections is a warning`() async throws {
        try await expect(
            .protobuf(200, partialSuccess(rejected: 0, "slow down")),
            .delivered(rejected: 0, reason: "the receiver warns: slow down", errorType: nil))
        // A receiver may repeat what it was sent, and a diagnostic must not pass it on.
        try await expect(
            .protobuf(
                200,
                partialSuccess(rejected: 1, "attribute user of ada@example.org, 192.0.2.7: password=hunter22")
            ),
            .delivered(
                rejected: 1,
                reason: "the receiver rejected 1: attribute user of [email], [ip]: password=[token]"))
    }

    @Test func `a negative or absurd count of rejections cannot spoil the account`() async throws {
        try await FakeCollector.run([.protobuf(200, partialSuccess(rejected: UInt64(bitPattern: -5), ""))]) {
            endpoint, _ in
            #expect(await export(endpoint) == .delivered)
        }
        try await FakeCollector.run([.protobuf(200, partialSuccess(rejected: UInt64(Int64.max), ""))]) {
            endpoint, _ in
            let batch = SampleRecords.batch(4)
            #expect(await export(endpoint, batch).deliveredCount(of: batch) == 0)
        }
    }

    @Test(arguments: [
        400, 401, 402, 403, 404, 405, 408, 409, 415, 439, 451, 500, 501, 505, 507, 599, 300, 303, 304,
    ])
    func `a status that is not retryable gives the batch up`(code: Int) async throws {
        // The URL loading system hands on no body of a 303 without a target.
        let isBodiless = code == 304 || code == 303
        try await expect(
            .protobuf(code, status("no: SECRET-KEY\r\n\u{1B}[2J and Bearer SECRET-TOKEN")),
            .failed(
                "status \(code)" + (isBodiless ? "" : ": no: <secret> \u{FFFD}[2J and <secret>"),
                errorType: "\(code)"))
    }

    @Test func `the reason is the status's message, the plain text, or nothing`() async throws {
        let failed = { ExportResult.failed($0, errorType: "400") }
        try await expect(
            .json(400, Array(#"{"code":3,"message":"why"}"#.utf8)), failed("status 400: why"), encoding: .json
        )
        try await expect(.json(400, Array("{".utf8)), failed("status 400"))
        try await expect(.text(400, "plain words"), failed("status 400: plain words"))
        try await expect(
            HTTPResponse(400, body: status("no content type")), failed("status 400: no content type"))
        let page = HTTPResponse(400, headers: ["Content-Type": "text/html"], body: Array("<html>".utf8))
        try await expect(page, failed("status 400"))
        try await expect(
            .protobuf(400, status(String(repeating: "long ", count: 1000))),
            failed("status 400: " + String(repeating: "long ", count: 1000).prefix(199) + "…"))
    }

    @Test(arguments: [429, 502, 503, 504])
    func `a retryable status is tried again`(code: Int) async throws {
        try await expect(
            .protobuf(code, status("busy")), .retry("status \(code): busy", after: nil, errorType: "\(code)"))
    }

    @Test(arguments: [429, 503])
    func `the wait that a receiver asks for is kept, in seconds or as a date`(code: Int) async throws {
        var response = HTTPResponse(code)
        response.headers["Retry-After"] = "17"
        try await expect(response, .retry("status \(code)", after: .seconds(17), errorType: "\(code)"))
        response.headers["Retry-After"] = "Fri, 31 Dec 9999 23:59:59 GMT"
        try await expect(response, .retry("status \(code)", after: .seconds(86_400), errorType: "\(code)"))
        response.headers["Retry-After"] = "Sunday, 06-Nov-94 08:49:37 GMT"
        try await expect(response, .retry("status \(code)", after: .zero, errorType: "\(code)"))
        response.headers["Retry-After"] = "when I am ready"
        try await expect(response, .retry("status \(code)", after: nil, errorType: "\(code)"))
    }

    @Test func `a batch that is too large is sent in parts`() async throws {
        try await expect(.protobuf(413, status("max 4 MiB")), .tooLarge("status 413: max 4 MiB"))
    }

    @Test(arguments: [307, 308, 301, 302])
    func `a redirect on the same host is sent again`(code: Int) async throws {
        let script = [HTTPResponse(code, headers: ["Location": "/elsewhere"]), .protobuf(200)]
        try await FakeCollector.run(script) { endpoint, collector in
            #expect(await export(endpoint) == .delivered)
            #expect(collector.requests.map(\.target) == ["/v1/logs", "/elsewhere"])
            #expect(Set(collector.bodies).count == 1 && collector.bodies[0].count > 100)
        }
    }

    @Test func `a redirect to another host, down to http, or round in circles gives the batch up`()
        async throws
    {
        try await expect(
            HTTPResponse(307, headers: ["Location": "http://localhost:1/SECRET"]),
            .failed(
                "the redirect leads to another host, localhost, which is not trusted",
                errorType: "redirect_refused"))
        try await expect(
            HTTPResponse(308, headers: ["Location": "ftp://127.0.0.1/SECRET"]),
            .failed(
                "the redirect's target does not begin with http:// or https://", errorType: "redirect_refused"
            ))
        try await expect(
            HTTPResponse(308, headers: ["Location": "/v1/logs"]),
            .failed("more than 5 redirects", errorType: "redirect_refused"), requests: 6)
        try await expect(HTTPResponse(307), .failed("status 307", errorType: "307"))
    }

    @Test func `an oversized answer gives the batch up`() async throws {
        let body = [UInt8](repeating: 0x20, count: (4 << 20) + 1)
        for code in [200, 503] {
            try await expect(
                HTTPResponse(code, body: body),
                .failed("the answer is too large", errorType: "response_too_large"))
        }
    }

    @Test(arguments: [
        HTTPResponse.Delivery.truncated(bodyBytes: 2), .reset, .raw([]), .raw(Array("garbage\r\n\r\n".utf8)),
    ])
    func `a connection that ends early, and what is no HTTP, is tried again`(delivery: HTTPResponse.Delivery)
        async throws
    {
        var response = HTTPResponse.protobuf(200, partialSuccess(rejected: 1, "x"))
        response.delivery = delivery
        try await FakeCollector.run([response]) { endpoint, _ in
            let result = await export(endpoint)
            #expect(result.isRetryable && result.retryDelay == nil)
            #expect(["connection_error", "invalid_response"].contains(result.errorType))
            #expect(result.reason?.contains("SECRET") == false)
        }
    }

    @Test func `an answer that stays away is tried again`() async throws {
        try await FakeCollector.run([HTTPResponse(200, delivery: .never)]) { endpoint, _ in
            let result = await export(endpoint, timeout: .milliseconds(50))
            #expect(result == .retry("no answer in time", errorType: "timeout"))
        }
    }

    @Test func `a refused connection is tried again`() async throws {
        try await ClosedPort.run { port in
            let result = await export("http://127.0.0.1:\(port)")
            #expect(result == .retry("the connection was refused", errorType: "connection_error"))
        }
    }
}
