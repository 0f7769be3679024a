import Testing
import TestSupport

@testable import SigbookCommands

/// Swift source as tokens.
@Suite struct SwiftLexerTests {
    /// Every token as text: strings in quotes, or `"…"` when they are more than what is written.
    private func tokens(_ source: String) -> [String] {
        let bytes = Array(source.utf8)
        var lexer = SwiftLexer(bytes)
        var result: [String] = []
        while let token = lexer.next() {
            switch token.kind {
            case .word, .literal: result.append(String(decoding: bytes[token.range], as: UTF8.self))
            case .mark(let byte): result.append(String(decoding: [byte], as: UTF8.self))
            case .string(let text): result.append("\"\(text ?? "…")\"")
            }
        }
        return result
    }

    @Test(arguments: [
        ("a(.b, 1.5)", ["a", "(", ".", "b", ",", "1", ".", "5", ")"]),
        ("`class` é🙂", ["class", "é🙂"]),
        ("a // b \"c\n/* d /* e */ \" */ f", ["a", "f"]),
        ("/* never\nends", []),
        (#""a" "b\n" "" "c d""#, ["\"a\"", "\"…\"", "\"\"", "\"c d\""]),
        (####"#"a"b\n"# ###"x"##y"### z"####, [#""a"b\n""#, "\"x\"##y\"", "z"]),
        (##"#"a\#n"# #"""# b"##, ["\"…\"", "\"\"\"", "b"]),
        ("\"\"\"\n  a \"b\" \"\" c\n  \"\"\" d", ["\"…\"", "d"]),
        ("#\"\"\"\n \"\"\" \n\"\"\"# d", ["\"…\"", "d"]),
        (#""a \(b("c", "d\(e)")) f" g"#, ["b", "(", "\"c\"", ",", "e", "\"…\"", ")", "\"…\"", "g"]),
        (##"#"a \(b) \#(c) d"# e"##, ["c", "\"…\"", "e"]),
        ("\"\"\"\n \\(a + \"b\") \\\n c\n\"\"\" d", ["a", "+", "\"b\"", "\"…\"", "d"]),
        ("\"not closed\n a \"b\"", ["\"…\"", "a", "\"b\""]),
        (
            "let r = /a\"b/\nf(1) / 2 / \"c\"",
            ["let", "r", "=", "/a\"b/", "f", "(", "1", ")", "/", "2", "/", "\"c\""]
        ),
        ("x = #/a\"/b/# c", ["x", "=", "#/a\"/b/#", "c"]),
        ("x = #/\n a\"\n/# c", ["x", "=", "#/\n a\"\n/#", "c"]),
        ("reduce(1, /) \"a\"", ["reduce", "(", "1", ",", "/", ")", "\"a\""]),
        ("return /\\/\"/ x", ["return", "/\\/\"/", "x"]),
        ("#if DEBUG\n#selector(a)", ["#", "if", "DEBUG", "#", "selector", "(", "a", ")"]),
        ("\u{FEFF}a", ["a"]),
    ])
    func `source is told apart as the compiler does`(source: String, expected: [String]) {
        #expect(tokens(source) == expected)
    }

    @Test func `places count from 1, columns in bytes`() {
        var lexer = SwiftLexer(Array("a\n/*\n*/ \"ä\" b".utf8))
        var places: [[Int]] = []
        while let token = lexer.next() { places.append([token.line, token.column, token.range.count]) }
        #expect(places == [[1, 1, 1], [3, 4, 4], [3, 9, 1]])
    }

    /// Tokens come in order, within the text; there are no more of them than bytes.
    private func check(_ bytes: [UInt8]) -> Bool {
        var lexer = SwiftLexer(bytes)
        var count = 0
        while let token = lexer.next() {
            count += 1
            guard token.range.upperBound <= bytes.count, token.range.lowerBound >= 0, token.line >= 1,
                token.column >= 1, count <= bytes.count + 1
            else { return false }
        }
        return true
    }

    @Test func `any bytes at all give tokens within the text`() {
        let source = Array(
            ##"""
            let a = "x \(f("y")) z" /* c */ + #"r \#(q)"# // d
            track(.made(by: """
                \(a) text "quoted"
                """)) ; let r = /a"b\/c/ ; let s = #/x/y/# `in`
            """##.utf8)
        let interesting = Array("\"\\#/()*`\n\r ".utf8) + [0, 0x80, 0xC3, 0xEF, 0xFF]
        var random = SeededGenerator(seed: 7)
        var failures: [[UInt8]] = []
        for count in 0...source.count where !check(Array(source.prefix(count))) {
            failures.append(Array(source.prefix(count)))
        }
        for _ in 0..<5_000 {
            let bytes = random.mutated(source, with: interesting)
            if !check(bytes) { failures.append(bytes) }
        }
        for _ in 0..<5_000 {
            let bytes = (0..<40).map { _ in interesting[Int.random(in: 0..<interesting.count, using: &random)]
            }
            if !check(bytes) { failures.append(bytes) }
        }
        #expect(failures.isEmpty)
    }

    /// That the work for these grows with their length and no faster is counted by `Tests/Fuzzing/linear_work.py`.
    @Test(
        .serialized, .timeLimit(.minutes(10)),
        arguments: [
            "\"\\(", "/* ", "#", "#\"", "(", "\"\"\"\n", "= /\\/ ", "= /a ", "#/", "`", "\"\\#(",
            "#\"\"\"\\#(", "\\", "\\/", "\"##",
        ])
    func `a megabyte of one thing repeated gives tokens in order`(part: String)
        async throws
    {
        #expect(
            try await onThread {
                check(Array(String(repeating: part, count: (1 << 20) / part.utf8.count).utf8))
            })
    }
}
