import Foundation
import SignalHTTPServer
import SignalTransport
import SignalWire
import Signalbook
import Testing

@testable import SignalbookOTLP

@Suite(.timeLimit(.minutes(10))) struct RequestTests {
    private func sent(
        _ batch: RecordBatch, _ change: (inout OTLPConfiguration) -> Void = { _ in }
    ) async throws -> (request: HTTPRequest, body: [UInt8]) {
        var found: (HTTPRequest, [UInt8])?
        try await FakeCollector.run { endpoint, collector in
            var configuration = OTLPConfiguration()
            configuration.endpoint = Secret(endpoint + "/v1/logs")
            configuration.timeout = .seconds(600)
            change(&configuration)
            let result = await OTLPExporter(configuration, diagnostics: DiagnosticChannel { _ in }).export(
                batch)
            #expect(result == .delivered)
            found = (try #require(collector.requests.first), try #require(collector.bodies.first))
        }
        return try #require(found)
    }

    /// The length-delimited fields of a message, by number, in order.
    private func fields(_ message: [UInt8]) throws -> [(number: UInt32, bytes: [UInt8])] {
        try message.withUnsafeBufferPointer { bytes in
            var reader = ProtobufReader(bytes)
            var fields: [(number: UInt32, bytes: [UInt8])] = []
            while let field = try reader.next() { fields.append((field.number, Array(field.bytes))) }
            return fields
        }
    }

    @Test(arguments: [1, 2, 512])
    func `a protobuf request holds resource, scope and the records as they were`(count: Int) async throws {
        let records = (0..<count).map { SampleRecords.record($0, text: String(repeating: "x", count: $0)) }
        let (request, body) = try await sent(SampleRecords.batch(records)) {
            $0.resource = ["service.name": "shop"]
        }
        #expect(request.method == "POST" && request.target == "/v1/logs")
        #expect(request.headers["Content-Type"] == "application/x-protobuf")
        #expect(request.headers["Content-Encoding"] == nil)
        #expect(request.headers["User-Agent"] == "Signalbook/0.1.0 OTel-OTLP-Exporter-Swift/0.1.0")
        let resourceLogs = try fields(body)
        #expect(resourceLogs.map(\.number) == [1])
        let parts = try fields(resourceLogs[0].bytes)
        #expect(parts.map(\.number) == [1, 2])
        let attributes = try fields(parts[0].bytes).map { try fields($0.bytes) }
        let name = try #require(attributes.first { $0[0].bytes == Array("service.name".utf8) })
        #expect(name[1].bytes == [0x0A, 4] + Array("shop".utf8))
        let scopeLogs = try fields(parts[1].bytes)
        #expect(scopeLogs.map(\.number) == [1] + [UInt32](repeating: 2, count: count))
        #expect(
            try fields(scopeLogs[0].bytes).map(\.bytes) == [Array("signalbook".utf8), Array("0.1.0".utf8)])
        #expect(scopeLogs.dropFirst().map(\.bytes) == records)
    }

    @Test func `a compressed request is gzip of the same`() async throws {
        let batch = SampleRecords.batch(100)
        let plain = try await sent(batch) { $0.compression = .none }
        let (request, body) = try await sent(batch) { $0.compression = .gzip }
        #expect(request.headers["Content-Encoding"] == "gzip")
        #expect(request.body.count < plain.body.count / 4)
        #expect(body == plain.body)
    }

    @Test func `a record in JSON is what OTLP makes of it`() async throws {
        let (request, body) = try await sent(
            SampleRecords.batch([SampleRecords.record(1, text: "a\"\n\u{1F600}")])
        ) {
            $0.encoding = .json
        }
        #expect(request.headers["Content-Type"] == "application/json")
        let expected = """
            {"timeUnixNano":"1770285600123456790","observedTimeUnixNano":"1770285600123456790","severityNumber":9,\
            "severityText":"INFO","eventName":"sample","traceId":"000102030405060708090a0b0c0d0e0f",\
            "spanId":"a0a1a2a3a4a5a6a7","flags":1,"attributes":[\
            {"key":"log.record.uid","value":{"stringValue":"id-1"}},\
            {"key":"text","value":{"stringValue":"a\\"\\n\u{1F600}"}},\
            {"key":"integer","value":{"intValue":"-9223372036854775808"}},\
            {"key":"double","value":{"doubleValue":"NaN"}},{"key":"flag","value":{"boolValue":false}},\
            {"key":"null"},{"key":"bytes","value":{"bytesValue":"+/8="}},\
            {"key":"list","value":{"arrayValue":{"values":[{"stringValue":"a"}]}}},\
            {"key":"map","value":{"kvlistValue":{"values":[{"key":"k","value":{"boolValue":true}}]}}}]}]}]}]}
            """
        let text = String(decoding: body, as: UTF8.self)
        #expect(text.hasSuffix(expected))
        #expect(text.hasPrefix(#"{"resourceLogs":[{"resource":{"attributes":[{"key":"#))
        #expect(
            text.contains(
                #"{"key":"process.pid","value":{"intValue":"\#(ProcessInfo.processInfo.processIdentifier)"}}"#
            ))
        #expect(
            text.contains(
                #""scopeLogs":[{"scope":{"name":"signalbook","version":"0.1.0"},"logRecords":[{"time"#))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(body)) }
    }

    @Test func `the number of dropped attributes is a plain number in JSON`() async throws {
        let dropped: [UInt8] = [0x38, 0xC8, 0x01]  // LogRecord.dropped_attributes_count, 200
        let (_, body) = try await sent(SampleRecords.batch([SampleRecords.record(1) + dropped])) {
            $0.encoding = .json
        }
        #expect(
            String(decoding: body, as: UTF8.self).contains(#","droppedAttributesCount":200,"attributes":["#))
    }

    @Test func `a record that cannot be read is left out of JSON and counted`() async throws {
        try await FakeCollector.run { endpoint, collector in
            var configuration = OTLPConfiguration()
            configuration.endpoint = Secret(endpoint)
            configuration.timeout = .seconds(600)
            configuration.encoding = .json
            let exporter = OTLPExporter(configuration, diagnostics: DiagnosticChannel { _ in })
            let batch = SampleRecords.batch([SampleRecords.record(0), [0x0A, 0x7F], SampleRecords.record(1)])
            #expect(
                await exporter.export(batch) == .delivered(rejected: 1, reason: "1 records cannot be read"))
            let object = try JSONSerialization.jsonObject(with: Data(try #require(collector.bodies.first)))
            #expect(String(describing: object).contains("id-1"))
            let result = await exporter.export(SampleRecords.batch([[0x0A, 0x7F]]))
            #expect(result == .failed("no record can be read", errorType: "invalid_record"))
            #expect(collector.requests.count == 1)
        }
    }

    @Test func `an empty batch sends nothing`() async throws {
        try await FakeCollector.run { endpoint, collector in
            let exporter = OTLPExporter(OTLPConfiguration(), diagnostics: DiagnosticChannel { _ in })
            #expect(await exporter.export(SampleRecords.batch([])) == .delivered)
            #expect(collector.requests.isEmpty)
        }
    }

    @Test func `a request past 64 MiB is not sent`() async throws {
        let record = SampleRecords.record(0, text: String(repeating: "x", count: 60_000))
        var builder = RecordBatch.Builder(records: 1200, bytes: 1200 * record.count)
        for _ in 0..<1200 { record.withUnsafeBytes { builder.append($0) } }
        let batch = builder.build()
        try await FakeCollector.run { endpoint, collector in
            var configuration = OTLPConfiguration()
            configuration.endpoint = Secret(endpoint)
            let exporter = OTLPExporter(configuration, diagnostics: DiagnosticChannel { _ in })
            let result = await exporter.export(batch)
            #expect(result.isTooLarge && result.reason == "the request has more than 64 MiB")
            #expect(collector.requests.isEmpty)
        }
    }
}
