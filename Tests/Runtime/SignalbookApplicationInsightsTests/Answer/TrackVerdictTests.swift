import SignalTransport
import Testing

@testable import SignalbookApplicationInsights

@Suite struct TrackVerdictTests {
    @Test(arguments: [
        (200, TrackVerdict.Fate.settled(refused: 0)), (204, .settled(refused: 0)), (400, .refused),
        (401, .retry),
        (402, .refused), (403, .retry), (404, .refused), (408, .retry), (413, .tooLarge), (418, .refused),
        (429, .retry), (439, .refused), (500, .retry), (501, .refused), (502, .retry), (503, .retry),
        (504, .retry),
        (206, .retry),
    ])
    func `a status decides over all items`(status: Int, fate: TrackVerdict.Fate) {
        let verdict = TrackVerdict(
            status: status, body: Array("garbage".utf8), count: 3, redactor: Self.redactor)
        #expect(verdict.fate == fate)
        #expect((verdict.reason == nil) == (fate == .settled(refused: 0)))
    }

    @Test func `a partial success decides over each item`() {
        let body = #"""
            {"itemsReceived":5,"itemsAccepted":1,"errors":[
             {"index":3,"statusCode":503,"message":"busy"},{"index":0,"statusCode":400,"message":"109: Field 'name'"},
             {"index":1,"statusCode":429,"message":"slow"},{"index":2,"statusCode":500,"message":"Telemetry sampled out."}]}
            """#
        let verdict = TrackVerdict(status: 206, body: Array(body.utf8), count: 5, redactor: Self.redactor)
        #expect(verdict.fate == .partial(retrying: [1, 3], refused: 1))
        #expect(verdict.reason == "an item is refused with 503: busy")
    }

    @Test func `a partial success that only refuses is settled`() {
        let body =
            #"{"itemsReceived":2,"itemsAccepted":1,"errors":[{"index":1,"statusCode":400,"message":"no"}]}"#
        #expect(
            TrackVerdict(status: 206, body: Array(body.utf8), count: 2, redactor: Self.redactor).fate
                == .settled(refused: 1))
    }

    @Test(arguments: [
        #"{"itemsReceived":2,"itemsAccepted":0,"errors":[{"index":-1,"statusCode":500},{"index":2,"statusCode":500},{"index":9e99,"statusCode":500}]}"#,
        #"{"itemsReceived":2,"itemsAccepted":0,"errors":[null,3,{},{"index":"0","statusCode":500},{"index":0}]}"#,
        #"{"itemsReceived":2,"itemsAccepted":0,"errors":{"index":0}}"#,
        #"{"itemsReceived":2,"itemsAccepted":-9223372036854775808}"#,
    ])
    func `an answer that takes nothing and names nothing is tried again`(body: String) {
        let verdict = TrackVerdict(
            status: 206, body: Array(body.utf8), count: 2, redactor: Self.redactor)
        #expect(verdict.fate == .retry)
    }

    @Test(arguments: [
        (#"{"itemsReceived":3,"itemsAccepted":3,"errors":[{"index":7,"statusCode":500}]}"#, 0),
        (#"{"itemsReceived":3,"itemsAccepted":9223372036854775807}"#, 0),
        (#"{"itemsReceived":3,"itemsAccepted":2,"errors":[]}"#, 1),
        (#"{"itemsReceived":3,"itemsAccepted":0,"errors":[{"index":1,"statusCode":400}]}"#, 3),
    ])
    func `items that are neither taken nor named count as refused`(body: String, refused: Int) {
        let verdict = TrackVerdict(
            status: 206, body: Array(body.utf8), count: 3, redactor: Self.redactor)
        #expect(verdict.fate == .settled(refused: refused))
        #expect((verdict.reason == nil) == (refused == 0))
    }

    @Test func `an item that is named twice is tried again once`() {
        let body =
            #"{"itemsReceived":1,"itemsAccepted":0,"errors":[{"index":0,"statusCode":400},{"index":0,"statusCode":500}]}"#
        #expect(
            TrackVerdict(status: 206, body: Array(body.utf8), count: 1, redactor: Self.redactor).fate
                == .partial(retrying: [0], refused: 0))
    }

    @Test func `a server's words come out on one line, cut`() throws {
        let message = #"a\nb\u001b[31m"# + String(repeating: "x", count: 1000)
        let body =
            #"{"itemsReceived":1,"itemsAccepted":0,"errors":[{"index":0,"statusCode":400,"message":""#
            + message + "\"}]}"
        let reason = try #require(
            TrackVerdict(status: 400, body: Array(body.utf8), count: 1, redactor: Self.redactor).reason)
        #expect(reason.hasPrefix("Application Insights refuses the request (400): a b\u{FFFD}[31mxxx"))
        #expect(reason.count < 300)
    }

    private static let redactor = Redactor(hiding: ["4f8c1e0a-0000-4abc-9def-0123456789ab"])

    @Test(arguments: [206, 400])
    func `an instrumentation key that the server repeats is not shown, in whatever case`(status: Int) throws {
        let body =
            #"{"itemsReceived":1,"itemsAccepted":0,"errors":[{"index":0,"statusCode":400,"message":"bad iKey 4F8C1E0A-0000-4ABC-9DEF-0123456789AB"}]}"#
        let verdict = TrackVerdict(
            status: status, body: Array(body.utf8), count: 1, redactor: Self.redactor)
        #expect(try #require(verdict.reason).hasSuffix("bad iKey <secret>"))
    }
}
