import Foundation
import SignalWire
import Signalbook
import Testing

@testable import SignalbookApplicationInsights

/// What records become (ApplicationInsights-dotnet `Schema/PublicSchema`).
@Suite struct EnvelopeTests {
    @Test func `an event becomes event data, with numbers as measurements and all else as text`() async throws
    {
        let envelope = try #require(
            try await envelopes { telemetry in
                telemetry.withContext(ShopContext(userID: "ada", sessionID: "s-1", requestID: "r-1")) {
                    telemetry.track(OrderPlaced(number: 7))
                }
            }.first)
        #expect(envelope.name == "Microsoft.ApplicationInsights.Event")
        #expect(envelope.object["iKey"] as? String == "key")
        #expect((envelope.object["time"] as? String)?.hasSuffix("Z") == true)
        #expect(envelope.object["sampleRate"] == nil)
        #expect(envelope.baseType == "EventData")
        #expect(envelope.data["ver"] as? Int == 2)
        #expect(envelope.data["name"] as? String == "order_placed")
        #expect(envelope.measurements == ["number": 7, "weight": 2.5])
        var properties = envelope.properties
        #expect(properties.removeValue(forKey: "record_id")?.count == 32)
        #expect(properties.removeValue(forKey: "user_id")?.hasPrefix("k1:") == true)
        #expect(
            properties == [
                "catalog": "shop/1.2.0", "environment": "test", "session_id": "s-1", "request_id": "r-1",
                "is_gift": "true", "note": "a note", "tags": #"["a","b"]"#,
            ])
    }

    @Test func `roles of the context become tags`() async throws {
        let envelope = try #require(
            try await envelopes { telemetry in
                telemetry.withContext(ShopContext(userID: "ada", sessionID: "s-1", requestID: "r-1")) {
                    telemetry.track(OrderPlaced(number: 7))
                }
            }.first)
        #expect(envelope.tags["ai.operation.id"] == "r-1")
        #expect(envelope.tags["ai.session.id"] == "s-1")
        #expect(envelope.tags["ai.user.id"] == envelope.properties["user_id"])
        #expect(envelope.tags["ai.user.id"]?.contains("ada") == false)
        #expect(envelope.tags["ai.cloud.role"] == "shop")
        #expect(envelope.tags["ai.cloud.roleInstance"] == "host-1")
        #expect(envelope.tags["ai.application.ver"] == "1.2.0")
        #expect(envelope.tags["ai.internal.sdkVersion"] == "swift_signalbook:\(SignalbookVersion.current)")
    }

    @Test func `roles are those of the record's own catalog`() async throws {
        let envelopes = try await envelopes { telemetry in
            telemetry.withContext(ShopContext(requestID: "r-1")) {
                telemetry.track(OrderPlaced(number: 7))
                telemetry.track(RowWritten())
            }
        }
        #expect(envelopes.map { $0.tags["ai.operation.id"] } == ["r-1", "j-1"])
        #expect(envelopes.last?.properties["request_id"] == "r-1")
    }

    @Test func `records of a catalog that the process does not know have the roles of the started one`() {
        var directory = ContextRoleDirectory(ShopCatalog.identity, context: ShopCatalog.context)
        let name = Array("gone/1.0.0".utf8)
        #expect(
            name.withUnsafeBufferPointer { directory.roles(of: $0) }.operation == Array("request_id".utf8))
    }

    @Test func `what the context does not set is neither tag nor property`() async throws {
        let envelope = try #require(try await envelopes { $0.track(OrderPlaced(number: 7)) }.first)
        #expect(envelope.tags["ai.operation.id"] == nil)
        #expect(envelope.properties["session_id"] == nil)
    }

    @Test(arguments: [(200, true, "200"), (404, false, "404"), (nil, true, "0")])
    func `a request event becomes request data`(status: Int?, isSuccess: Bool, code: String) async throws {
        let envelope = try #require(
            try await envelopes { $0.track(RequestCompleted(status: status)) }.first)
        #expect(envelope.name == "Microsoft.ApplicationInsights.Request")
        #expect(envelope.baseType == "RequestData")
        #expect(envelope.data["id"] as? String == envelope.properties["record_id"])
        #expect(envelope.data["name"] as? String == "GET /orders/{id}")
        #expect(envelope.data["duration"] as? String == "0.00:00:01.234500")
        #expect(envelope.data["responseCode"] as? String == code)
        #expect(envelope.data["success"] as? Bool == isSuccess)
        #expect(envelope.properties["event"] == "request_completed")
    }

    @Test func `an event that is not named a request stays an event`() async throws {
        let envelope = try #require(
            try await envelopes(adjust: { $0.requests.events = [] }, of: { $0.track(RequestCompleted()) })
                .first)
        #expect(envelope.baseType == "EventData")
        #expect(envelope.data["name"] as? String == "request_completed")
    }

    @Test func `an error becomes exception data`() async throws {
        let envelope = try #require(try await envelopes { $0.track(PaymentError()) }.first)
        #expect(envelope.name == "Microsoft.ApplicationInsights.Exception")
        #expect(envelope.baseType == "ExceptionData")
        let exception = try #require((envelope.data["exceptions"] as? [[String: Any]])?.first)
        #expect(exception["typeName"] as? String == "CardDeclined")
        #expect(exception["message"] as? String == "the card was declined")
        #expect(exception["hasFullStack"] as? Bool == false)
        #expect(envelope.data["severityLevel"] as? Int == 3)
        #expect(envelope.properties["event"] == "payment_error")
    }

    /// An error that says nothing.
    private struct SilentError: Event {
        static var definition: EventDefinition {
            EventDefinition("silent_error", severity: .fatal, catalog: ShopCatalog.self)
        }
        func record(into properties: inout PropertyWriter) {
            properties.string("error_type", "")
            properties.text("error_message", "")
        }
    }

    @Test func `an error that says nothing has its event's name where a text is required`() async throws {
        let envelope = try #require(try await envelopes { $0.track(SilentError()) }.first)
        let exception = try #require((envelope.data["exceptions"] as? [[String: Any]])?.first)
        #expect(exception["typeName"] as? String == "silent_error")
        #expect(exception["message"] as? String == "silent_error")
        #expect(envelope.data["severityLevel"] as? Int == 4)
    }

    @Test func `the share that was kept is given in percent`() async throws {
        let kept = try await envelopes(configure: { $0.sampling.rate = 0.25 }) { telemetry in
            for number in 0..<200 { telemetry.track(OrderPlaced(number: number)) }
        }
        #expect(kept.count > 10)
        #expect(kept.allSatisfy { $0.object["sampleRate"] as? Double == 25 })
        #expect(kept.allSatisfy { $0.measurements["sample_rate"] == nil })
    }

    @Test func `a value that is too long is cut between characters`() async throws {
        // 8,191 code units, then a character of two: it does not fit any more.
        let note = String(repeating: "é", count: 8191) + "😀"
        let envelope = try #require(
            try await envelopes { $0.track(OrderPlaced(number: 1, note: note)) }.first)
        #expect(envelope.properties["note"] == String(repeating: "é", count: 8191))
    }

    @Test func `a malformed record writes nothing, and the next one is whole`() async throws {
        let batch = try #require(await records { $0.track(PaymentError()) }.first)
        var writer = EnvelopeWriter(
            settings: EnvelopeSettings(
                instrumentationKey: "key",
                configuration: ApplicationInsightsConfiguration(connectionString: "InstrumentationKey=key"),
                role: "shop", roleInstance: nil, version: "1"),
            directory: ContextRoleDirectory(ShopCatalog.identity, context: []))
        batch.forEachRecord { record in
            let bytes = record.assumingMemoryBound(to: UInt8.self)
            for length in 1..<bytes.count {
                let before = writer.json.buffer.count
                // Cut between two fields it is a record of its own.
                if (try? writer.append(UnsafeBufferPointer(rebasing: bytes[..<length]))) == nil {
                    #expect(writer.json.buffer.count == before)
                }
            }
            #expect(throws: Never.self) { try writer.append(bytes) }
        }
        let lines = writer.json.buffer.withBytes { String(decoding: $0, as: UTF8.self) }.split(
            separator: "\n")
        for line in lines {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
        #expect(lines.last?.contains("payment_error") == true)
    }

    @Test(arguments: [
        (0.0, "0.00:00:00.000000"), (0.0005, "0.00:00:00.000001"), (59_999.9999, "0.00:01:00.000000"),
        (90_061_001.5, "1.01:01:01.001500"), (-5, "0.00:00:00.000000"), (.nan, "0.00:00:00.000000"),
        (.infinity, "999.23:59:59.999999"),
    ])
    func `a duration is written as a time span`(milliseconds: Double, text: String) {
        #expect(DurationText.of(milliseconds: milliseconds) == text)
    }
}
