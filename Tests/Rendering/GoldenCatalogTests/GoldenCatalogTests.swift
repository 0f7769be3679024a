import Foundation
import Signalbook
import SignalbookTesting
import Testing

/// `Tests/Goldens/everything/Swift` is compiled into this target through a link and runs here: what the emitter's goldens say is Swift
/// that compiles, and that does what its catalog says.
@Suite struct GoldenCatalogTests {
    private func request(
        method: RequestCompleted.Method = .post, statusCode: Int = 201,
        size: ByteCount = .kibibytes(2), class: String = "abc", tags: [String]? = ["a", "b"]
    ) -> RequestCompleted {
        RequestCompleted(
            endpoint: "/orders/:id", method: method, statusCode: statusCode, duration: .milliseconds(45),
            size: size, provider: .default, class: `class`, type: .`self`,
            at: Date(timeIntervalSince1970: 1_700_000_000),
            link: URL(string: "https://shop.example/a?token=secret"),
            trace: UUID(uuidString: "550e8400-e29b-41d4-a716-446655440000") ?? UUID(), source: "203.0.113.77",
            tags: tags)
    }

    /// Every second request is sampled out, each on its own. Of these many some stay.
    private func trackMany(_ event: @autoclosure () -> some Event) {
        for _ in 0..<64 {
            SignalContext.with(userID: "ada", requestID: "r-1", mode: .test) { Telemetry.track(event()) }
        }
    }

    @Test func `an event of every type of property is tracked with its context, sanitized`() async throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        recorder.run { trackMany(request()) }
        try recorder.verify(only: [RequestCompleted.self])
        #expect(recorder.events(RequestCompleted.self).map(\.`class`) == Array(repeating: "abc", count: 64))
        let signal = try #require(await recorder.signals().first)
        #expect(signal.name == SignalCatalog.EventName.requestCompleted)
        #expect(signal.catalog == "demo/1.0.0")
        #expect(signal.severity == .info)
        #expect(
            signal.attributeNames == [
                "user_id", "request_id", "mode", "endpoint", "method", "status_code", "duration_ms", "size",
                "provider", "class", "type", "at", "link", "trace", "source", "tags",
            ])
        #expect(signal["user_id"]?.stringValue?.hasPrefix("test:") == true)
        #expect(signal["request_id"] == "r-1")
        #expect(signal["mode"] == "test")
        #expect(signal["endpoint"] == "/orders/:id")
        #expect(signal["method"] == "POST")
        #expect(signal["status_code"] == 201)
        #expect(signal["duration_ms"] == 45.0)
        #expect(signal["size"] == 2.0)
        #expect(signal["provider"] == "default")
        #expect(signal["class"]?.stringValue?.contains("abc") == false)
        #expect(signal["type"] == "self")
        #expect(signal["link"]?.stringValue?.contains("secret") == false)
        #expect(signal["trace"] == "550e8400-e29b-41d4-a716-446655440000")
        #expect(signal["source"] == "203.0.113.0")
        #expect(signal["tags"] == ["a", "b"])
    }

    /// `Tests/Goldens/named`, which has a Swift name and therefore fits into one module with the other one.
    @Test func `a catalog with a Swift name stands next to another one`() async throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        recorder.run {
            ShopContext.with(requestID: "r-1", mode: .closed) {
                Telemetry.track(.orderPlaced(method: .post, orderID: "o1"))
                Telemetry.track(.sessionStarted(bundleID: "b1"))
            }
            SignalContext.with(userID: "ada", mode: .live) {
                Telemetry.track(.orderPlaced(method: .get, orderID: "o2"))
            }
        }
        try recorder.verify(requiring: [OrderPlaced.self, SessionStarted.self])
        // The other catalog's events need no leave, unless a type of that one is named.
        try recorder.verify(only: [SessionStarted.self])
        #expect(throws: RecordingFailure.self) { try recorder.verify(only: [OrderPlaced.self]) }
        #expect(
            recorder.events(of: ShopCatalog.self).map { type(of: $0).name } == [
                "order_placed", "order_placed",
            ])
        let signals = await recorder.signals()
        #expect(signals.map(\.catalog) == ["shop/2.0.0", "demo/1.0.0", "shop/2.0.0"])
        #expect(ShopCatalog.EventName.orderPlaced == signals[0].name)
        #expect(signals[0]["mode"] == "closed")
        #expect(signals[0]["request_id"] == "r-1")
        #expect(signals[1]["request_id"] == "r-1")
        #expect(signals[2]["user_id"]?.stringValue?.hasPrefix("test:") == true)
        #expect(ShopRequestValues.Method(rawValue: "GET") == .get)
    }

    @Test func `every value of a large enumeration has its own text, and is found by it`() {
        for text in (0...200).map({ "code\($0)" }) {
            #expect(CodeSeen.Code(rawValue: text)?.rawValue == text)
        }
        #expect(CodeSeen.Code.code0.rawValue == "code0")
        #expect(CodeSeen.Code.code200.rawValue == "code200")
        #expect(CodeSeen.Code(rawValue: "code201") == nil)
    }

    @Test func `a factory leaves out what is optional, and an open enumeration takes other values`()
        async throws
    {
        let recorder = SignalRecorder(SignalCatalog.self)
        recorder.run {
            trackMany(
                RequestCompleted.requestCompleted(
                    endpoint: "/", method: .get, statusCode: 200, duration: .seconds(1), size: .bytes(512),
                    provider: RequestCompleted.Provider(rawValue: "elsewhere"), class: "x", type: .`init`,
                    at: Date(timeIntervalSince1970: 0), trace: UUID(), source: "::1"))
            Telemetry.track(.sessionStarted(bundleID: "b1"))
        }
        try recorder.verify(requiring: [SessionStarted.self], only: [RequestCompleted.self])
        let signals = await recorder.signals()
        #expect(Set(signals.map(\.name)) == ["request_completed", "session_started"])
        let (request, session) = (try #require(signals.first), try #require(signals.last))
        #expect(request["provider"] == "elsewhere")
        #expect(request["size"] == 0.5)
        #expect(request["link"] == nil || request["link"]?.isNull == true)
        #expect(session["user_id"] == "anonymous")
        #expect(session["bundle_id"] == "b1")
    }

    @Test func `each constraint that an event breaks is named`() throws {
        try request().validate()
        let event = request(
            statusCode: 42, size: .kibibytes(11), class: "ABC", tags: Array(repeating: "t", count: 6))
        let error = #expect(throws: InvalidEventError.self) { try event.validate() }
        #expect(
            error?.violations.map(\.description) == [
                "status_code: minimum", "size: maximum", "class: pattern", "tags: max_items",
            ])
    }

    @Test func `a closed enumeration is what its catalog lists`() {
        let methods = [RequestCompleted.Method.get, .post, .put]
        #expect(methods.map(\.rawValue) == ["GET", "POST", "PUT"])
        #expect(methods.map(\.rawValue).map(RequestCompleted.Method.init) == methods)
        #expect(RequestCompleted.TypeValue(rawValue: "class") == .`class`)
        #expect(RequestCompleted.TypeValue(rawValue: "Class") == nil)
        #expect(CatalogContext.Mode(rawValue: "live") == .live)
        #expect(RequestCompleted.Provider.gpt4o.rawValue == "gpt-4o")
    }

    @available(*, deprecated, message: "It tracks a deprecated event, and this keeps the compiler quiet.")
    @Test func `a deprecated event and a deprecated property are tracked like others`() async throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        recorder.run {
            Telemetry.track(.sessionOld(id: "b1"))
            Telemetry.track(.sessionStarted(bundleID: "b2", note: "old"))
        }
        try recorder.verify(only: [SessionOld.self, SessionStarted.self])
        let signals = await recorder.signals()
        #expect(signals.map(\.name) == [SignalCatalog.EventName.sessionOld, "session_started"])
        #expect(signals.first?["id"] == "b1")
        #expect(signals.last?["note"] == "old")
    }
}
