import Recordings
import Testing
import TestSupport

@Suite struct ExpressionTests {
    private static let line =
        #"{"timestamp":"2026-01-01T10:00:00Z","event":"request_completed","severity":"warn","status_code":503,"endpoint":"/v1/messages","took_ms":1.5,"is_retry":true,"is_last":false,"reason":null,"odd name":"x","text":"a \"b\" é"}"#

    @Test(arguments: [
        "status_code >= 500", "status_code == 503", "status_code != 500", "status_code < 503.5",
        "took_ms <= 1.5",
        #"endpoint =~ "/v1/*""#, #"endpoint !~ "/v2/*""#, "endpoint == '/v1/messages'",
        "event == request_completed",
        "event in [a, request_completed]", "status_code in [200, 503]", "has endpoint", "not has reason",
        "reason == null", "missing == null",
        "is_retry", "not is_last", "is_last == false", "is_retry != false", "severity >= warn",
        "severity > info", "severity == WARN",
        "severity < error and severity in [warn, error]", "missing != 5", #"missing !~ "*""#, "not missing",
        "status_code >= 500 and endpoint =~ '/v1/*'", "status_code == 1 or is_retry",
        "not (status_code == 1 or is_last)",
        "is_last and is_last or is_retry", "not is_last and is_retry", #"text == "a \"b\" é""#,
        "text =~ '*é'", "text > a",
    ])
    func `a condition that is true holds`(_ text: String) throws {
        let expression = try Expression(parsing: text)
        #expect(try withRecord(Self.line) { expression.holds(for: $0) })
    }

    @Test(arguments: [
        "status_code < 500", "status_code == '503x'", "missing == 5", "missing < 5", "missing =~ '*'",
        "has reason", "has missing", "is_last",
        "status_code", "endpoint == 5", "endpoint > 5", "not is_retry", "severity > warn", "event in [a]",
        "is_last or is_last and is_retry",
        "not (is_retry)", "reason != null", "is_retry < true",
    ])
    func `a condition that is false does not`(_ text: String) throws {
        let expression = try Expression(parsing: text)
        #expect(try withRecord(Self.line) { !expression.holds(for: $0) })
    }

    @Test(arguments: [
        ("", 0, "expected the name of a property, and not the end"),
        ("a = 5", 2, "\"=\" is no comparison; did you mean \"==\"?"),
        ("a == ", 5, "expected a value, and not the end"),
        ("a == 5 b", 7, "expected \"and\", \"or\" or the end, and not \"b\""),
        ("(a", 0, "a parenthesis that is not closed"),
        ("a)", 1, "expected \"and\", \"or\" or the end, and not \")\""),
        ("a and", 5, "expected the name of a property, and not the end"),
        ("a == \"x", 5, "a text without its closing quote"),
        ("a in b", 5, "expected \"[\" after \"in\", and not \"b\""),
        ("a in []", 6, "expected a value, and not \"]\""),
        ("a in [1 2]", 8, "expected \",\" or \"]\", and not \"2\""),
        ("a =~ 5", 5, "expected a pattern in quotes, and not \"5\""),
        ("5 == a", 0, "expected the name of a property, and not \"5\""),
        ("a == 5x", 5, "\"5x\" is no number; write texts that begin with a digit in quotes"),
        ("a & b", 2, "\"&\" means nothing here"),
        ("é", 0, "\"é\" means nothing here"),
        ("has and", 4, "expected the name of a property, and not \"and\""),
        ("severity >= wrn", 12, "\"wrn\" is no severity; did you mean \"warn\"?"),
        ("a and severity in [error, \"fatl\"]", 26, "\"fatl\" is no severity; did you mean \"fatal\"?"),
    ])
    func `a flaw is told with its place`(_ text: String, _ offset: Int, _ message: String) {
        #expect {
            try Expression(parsing: text)
        } throws: { error in
            (error as? ExpressionError)?.offset == offset && (error as? ExpressionError)?.message == message
        }
    }

    @Test func `the caret stands under the place, whatever was typed before it`() throws {
        do {
            _ = try Expression(parsing: "é\u{1B}[31m")
        } catch {
            #expect(error.excerpt(of: "é\u{1B}[31m") == "  é\\u{1B}[31m\n  ^\n")
        }
        do {
            _ = try Expression(parsing: "a == \"é\" &")
        } catch {
            #expect(error.excerpt(of: "a == \"é\" &") == "  a == \"é\" &\n           ^\n")
        }
    }

    @Test func `depth and length are bounded`() {
        #expect(throws: ExpressionError.self) {
            try Expression(parsing: String(repeating: "(", count: 65) + "a")
        }
        #expect(throws: ExpressionError.self) {
            try Expression(parsing: String(repeating: "not ", count: 500) + "a")
        }
        #expect(throws: ExpressionError.self) { try Expression(parsing: String(repeating: "a", count: 5000)) }
        #expect(throws: Never.self) {
            try Expression(parsing: (0..<300).map { "a\($0)" }.joined(separator: " and "))
        }
    }

    @Test func `no text traps the parser`() {
        var generator = SeededGenerator(seed: 8)
        let words = [
            "a", "and", "or", "not", "(", ")", "==", "=~", "in", "[", "]", ",", "5", "-", "\"x\"", "'", "has",
            "é", "\\", " ",
        ]
        var parsed = 0
        for _ in 0..<5000 {
            let text = (0..<(generator.next() % 9)).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined(separator: " ")
            if (try? Expression(parsing: text)) != nil { parsed += 1 }
        }
        #expect(parsed > 20)
    }
}

@Suite struct GlobTests {
    @Test(arguments: [
        ("*", ""), ("*", "x"), ("a*", "abc"), ("*c", "abc"), ("a*c", "ac"), ("a?c", "abc"), ("?", "é"),
        ("a**b", "ab"), ("", ""), ("*a*b*", "xaxbx"),
    ])
    func `a text that has the form matches`(_ glob: String, _ text: String) {
        #expect(Glob(glob).matches(text))
    }

    @Test(arguments: [
        ("", "x"), ("a", "A"), ("a*", "ba"), ("?", ""), ("a?c", "ac"), ("*a", "ab"), ("[a]", "a"),
    ])
    func `another text does not`(_ glob: String, _ text: String) { #expect(!Glob(glob).matches(text)) }

    @Test(.timeLimit(.minutes(10))) func `many stars take no exponential time`() async throws {
        let isMatch = try await onThread {
            Glob(String(repeating: "*a", count: 50) + "b").matches(String(repeating: "a", count: 5000))
        }
        #expect(!isMatch)
    }
}
