import Recordings
import Testing
import TestSupport

@Suite struct MutationTests {
    private static let otlp = #"""
        {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1767261600000000000","severityNumber":9,"eventName":"order_placed","attributes":[{"key":"catalog","value":{"stringValue":"shop/2.0.0"}},{"key":"amount","value":{"intValue":"5"}},{"key":"tags","value":{"arrayValue":{"values":[{"stringValue":"é"}]}}}]}]}]}]}

        """#

    @Test func `whatever bytes come, the findings are the same however they are cut into reads`() throws {
        var generator = SeededGenerator(seed: 4)
        let samples = [
            order(), order(["note": #""é\n\u00e9😀""#, "tags": #"["a","b"]"#]), order(["amount": "0"]),
            Self.otlp, "\n", "[]\n",
        ]
        var flawed = 0
        let rounds = LongTests.count(500, long: 5_000)
        for _ in 0..<rounds {
            var bytes: [UInt8] = []
            for _ in 0..<(1 + generator.next() % 4) {
                bytes += Array((samples.randomElement(using: &generator) ?? "").utf8)
            }
            JSONDifferentialTests.mutate(&bytes, &generator)
            let whole = try verify(bytes)
            let pieces = try verify(bytes, blocks: 1 + Int(generator.next() % 50))
            #expect(whole.lines == pieces.lines)
            #expect(whole.counts == pieces.counts)
            #expect(whole.coverage == pieces.coverage)
            #expect(whole.byteCount == bytes.count)
            if !whole.lines.isEmpty { flawed += 1 }
        }
        #expect(flawed > rounds / 3)
    }

    @Test func `noise is refused line by line`() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let bytes = (0..<(generator.next() % 400)).map { _ in UInt8(truncatingIfNeeded: generator.next())
            }
            let result = try verify(bytes)
            #expect(result.counts.records == 0)
            #expect(result.rules.first == "empty-recording")
        }
    }

    @Test func `each record alone is as good or bad as among others`() throws {
        var generator = SeededGenerator(seed: 6)
        let values = [
            "5", "0", "-1", "\"x\"", "null", "true", "[]", "{}", "1.5", "\"card\"", "\"cash\"",
            "\"a@b.example\"",
        ]
        var lines: [String] = []
        for _ in 0..<400 {
            let name =
                ["amount", "method", "note", "code", "card", "tags", "user_id", "made_up"].randomElement(
                    using: &generator) ?? ""
            lines.append(order([name: values.randomElement(using: &generator) ?? "0"]))
        }
        let flawedAlone = try lines.count { try verify($0).counts.flawed == 1 }
        #expect(try verify(lines.joined()).counts.flawed == flawedAlone)
        #expect(flawedAlone > 100 && flawedAlone < 400)
    }
}
