import Testing
import TestSupport
import YAMLLite

/// Depth, size, nodes and problems are bounded, whatever comes.
@Suite struct LimitTests {
    @Test(arguments: ["[", "{a: ", "- ", "[{a: "])
    func `endless nesting is refused once at the limit`(opening: String) {
        let text = String(repeating: opening, count: (1 << 20) / opening.utf8.count)
        let rules = parsed(text).problems.map(\.rule)
        #expect(rules == ["yaml-too-deep"])
    }

    @Test func `nesting by indentation is refused at the limit`() {
        let text = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(parsed(text).problems.map(\.rule) == ["yaml-too-deep"])
    }

    @Test func `the deepest nesting allowed is read`() {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(parsed(text).problems.isEmpty)
        #expect(parsed("[" + text + "]").problems.map(\.rule) == ["yaml-too-deep"])
        #expect(parsed("[[1]]", limits: Limits(depth: 1)).problems.map(\.rule) == ["yaml-too-deep"])
    }

    @Test func `siblings at one depth do not add up`() {
        let text = String(repeating: "- - [[{a: 1}]]\n", count: 500)
        #expect(parsed(text).problems.isEmpty)
    }

    @Test func `a text over the size limit is not looked at`() {
        #expect(findings(Array("a: bcd".utf8), limits: Limits(bytes: 5)) == ["1:1 yaml-too-large"])
        #expect(findings(Array("a: bc".utf8), limits: Limits(bytes: 5)) == [])
    }

    @Test func `too many values are refused`() {
        #expect(parsed("[1, 2, 3]", limits: Limits(nodes: 4)).problems.isEmpty)
        #expect(parsed("[1, 2, 3]", limits: Limits(nodes: 3)).problems.map(\.rule) == ["yaml-too-many-nodes"])
    }

    @Test func `problems are bounded, and the last says so`() {
        let text = (0..<1000).map { "a\($0): @\n" }.joined()
        let rules = parsed(text, limits: Limits(problems: 10)).problems.map(\.rule)
        #expect(rules == Array(repeating: "yaml-reserved-indicator", count: 10) + ["yaml-too-many-problems"])
        let bytes = [UInt8](repeating: 0xFF, count: 3) + Array(text.utf8)
        #expect(
            parse(bytes, limits: Limits(problems: 2)).problems.map(\.rule).last == "yaml-too-many-problems")
    }

    /// That the work for these grows with their length and no faster is counted by `Tests/Fuzzing/linear_work.py`. One after the other,
    /// because each is on its own thread.
    @Test(
        .serialized, .timeLimit(.minutes(10)),
        arguments: [
            "[", "[a,", "{a", "\"", "'", "a: \"\n", "a: '\n", "a: [\n", "- \"\\\n", "a\n", "a: b\n  ", " \n",
            "\n", "#\n", "a ", " a",
            "- - ", "a: |\n", "a: |\n  ", "\\", "\"\\", "&a ", "*a ", "a: &a b\n", "? ", ": ", "a: ", "\t",
            "\r", "\r\n", "---\n", "é", "😀", "\u{0}", "[]", "{}", "[],",
            "a:\n - \"\n", "- [\n", "  - '\n",
        ])
    func `a megabyte of one thing repeated is read, or refused, with few problems`(unit: String)
        async throws
    {
        let text = Array(String(repeating: unit, count: (1 << 20) / unit.utf8.count).utf8)
        let counts = try await onThread {
            [parse(text), parse(Array("a: ".utf8) + text)].map(\.problems.count)
        }
        #expect(counts.allSatisfy { $0 <= Limits.default.problems + 1 })
    }

    @Test(.timeLimit(.minutes(10)))
    func `60,000 different keys are read to the end`() async throws {
        let text = (0..<60000).map { "key\($0): [\n" }.joined()
        let keys = (0..<60000).map { "key\($0): 1\n" }.joined()
        let counts = try await onThread {
            [parsed(text, limits: Limits(problems: 100_000)), parsed(keys)].map(\.problems.count)
        }
        #expect(counts == [60000, 0])
    }
}
