import Signalbook
import SignalbookTesting
import Testing

/// `Generated/Swift` is compiled into this target through a link and runs here, as the Swift that the service catalog gives.
@Suite struct GeneratedCatalogTests {
    @Test func `the committed Swift tracks, validates and carries the service's context`() async throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        recorder.run {
            SignalContext.with(userID: "ada", requestID: "r1") {
                Telemetry.track(
                    .requestCompleted(
                        method: .post, endpoint: "/api/v1/sessions", duration: .milliseconds(45),
                        requestSize: .bytes(1_024), statusCode: 201, responseSize: .kibibytes(2)))
            }
        }
        try recorder.verify(only: [RequestCompleted.self])
        let signal = try #require(await recorder.signals().first)
        #expect(signal.name == SignalCatalog.EventName.requestCompleted)
        #expect(signal.catalog == "amplifier-app-api/1.0.0")
        #expect(
            signal.attributeNames.prefix(5) == [
                "user_id", "session_id", "app_id", "environment", "request_id",
            ])
        #expect(signal["user_id"]?.stringValue?.hasPrefix("test:") == true)
        #expect(signal["session_id"]?.isNull == true)
        #expect(signal["request_id"] == "r1")
        #expect(signal["duration_ms"] == 45.0)
        #expect(signal["response_size_bytes"] == 2_048)
    }

    @Test func `a committed event says what breaks its catalog`() {
        let event = RequestCompleted(
            method: .get, endpoint: "sessions", duration: .milliseconds(-1), requestSize: .bytes(0),
            responseHeaders: nil,
            responseBody: nil, statusCode: 42, responseSize: .bytes(0))
        let error = #expect(throws: InvalidEventError.self) { try event.validate() }
        #expect(
            error?.violations.map(\.description) == [
                "endpoint: pattern", "duration_ms: minimum", "status_code: minimum",
            ])
    }
}
