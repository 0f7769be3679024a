import SignalTransport
import Signalbook
import Testing
import TestSupport

@testable import SignalbookOTLP

@Suite struct AnswerPropertyTests {
    @Test func `no answer traps, and every reason is one short line`() {
        var generator = SeededGenerator(seed: 11)
        let types = [
            "application/x-protobuf", "application/json", "text/plain", "text/html; charset=x", "", ";",
            "\u{0}",
        ]
        let texts = [
            #"{"partialSuccess":{"rejectedLogRecords":"#, "1e999", "-9223372036854775809", #""x""#, "}}", "{",
            "[", "\"", "\\u0000", "null",
            #"{"message":"#, "true", "\u{FEFF}", "0",
        ]
        let judge = AnswerJudge(hiding: [HTTPHeaderField("k", "SECRET-KEY")].compactMap { $0 })
        for number in 0..<20_000 {
            var body: [UInt8]
            if number.isMultiple(of: 2) {
                body = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                    // Low bytes are likely tags and lengths.
                    UInt8.random(in: 0...(Bool.random(using: &generator) ? 0x20 : 0xFF), using: &generator)
                }
            } else {
                body = (0..<Int.random(in: 0...6, using: &generator)).flatMap { _ in
                    Array((texts.randomElement(using: &generator) ?? "").utf8)
                }
            }
            if number.isMultiple(of: 5) { body += Array("SECRET-KEY".utf8) }
            let answer = HTTPAnswer(
                status: Int.random(in: -1...1000, using: &generator),
                headers: ["content-type": types.randomElement(using: &generator) ?? ""], body: body)
            let result = judge.judge(answer, now: 1_790_000_000)
            #expect(result.rejectedCount >= 0)
            let reason = result.reason ?? ""
            #expect(reason.unicodeScalars.count < 260 && !reason.contains("SECRET-KEY"))
            #expect(reason.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        }
    }

    @Test func `what a receiver repeats of the endpoint's query is not shown`() {
        let judge = AnswerJudge(hiding: [], query: "api-key=abc%2Fdef123&v=2")
        func reason(_ text: String) -> String? {
            judge.judge(
                HTTPAnswer(status: 404, headers: ["content-type": "text/plain"], body: Array(text.utf8)),
                now: 0
            ).reason
        }
        #expect(reason("no /v1/logs?api-key=abc%2Fdef123&v=2") == "status 404: no /v1/logs?<secret>")
        #expect(reason("key abc%2fdef123 or ABC/def123") == "status 404: key <secret> or <secret>")
    }
}
