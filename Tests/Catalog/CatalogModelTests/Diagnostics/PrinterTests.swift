import Testing

@testable import CatalogModel

@Suite struct `Printing` {
    private static let text = "events:\n\tä: mé minimun\r\nend"
    private static let source = CatalogSource(path: "schema/a.yaml", text: text)

    private func diagnostic(_ line: Int, _ column: Int, _ length: Int) -> Diagnostic {
        Diagnostic(
            .error, rule: "unknown-key", "unknown key \"minimun\"",
            at: SourceLocation(path: "schema/a.yaml", line: line, column: column, length: length),
            hint: "did you mean \"minimum\"?",
            notes: [.init("first declared here", at: SourceLocation(path: "b.yaml", line: 7, column: 1))])
    }

    @Test func `a diagnostic is one line that SwiftPM and Xcode understand, and one for each note`() {
        #expect(
            DiagnosticPrinter().print([diagnostic(2, 10, 7)]) == """
                schema/a.yaml:2:10: error: unknown key "minimun"; did you mean "minimum"? [unknown-key]
                b.yaml:7:1: note: first declared here

                """)
    }

    @Test func `the line is shown with a caret under the place, whatever the width of characters and tabs`() {
        #expect(
            DiagnosticPrinter(showing: [Self.source]).print([diagnostic(2, 10, 7)]) == """
                schema/a.yaml:2:10: error: unknown key "minimun"; did you mean "minimum"? [unknown-key]
                \tä: mé minimun
                \t      ^~~~~~~
                b.yaml:7:1: note: first declared here

                """)
    }

    @Test func `a diagnostic without a place is printed without one`() {
        let diagnostic = Diagnostic(.warning, rule: "a-rule", "something is odd", at: nil)
        #expect(DiagnosticPrinter().print([diagnostic]) == "warning: something is odd [a-rule]\n")
    }

    @Test(arguments: [(0, 1), (1, 0), (1, 8), (1, 99), (3, 4), (4, 1), (99, 99), (-1, -1), (2, 1)])
    func `a place outside of the text is printed without a trap`(line: Int, column: Int) {
        let printed = DiagnosticPrinter(showing: [Self.source]).print([diagnostic(line, column, 1_000)])
        #expect(printed.hasPrefix("schema/a.yaml:\(line):\(column): error: "))
    }

    @Test func `a line with control characters or of great length is not shown`() {
        let sources = [
            CatalogSource(path: "a", text: "x\u{1B}[31m"),
            CatalogSource(path: "b", text: String(repeating: "x", count: 999)),
            CatalogSource(path: "c", text: "x\u{202E}y"),
        ]
        for path in ["a", "b", "c"] {
            let diagnostic = Diagnostic(
                .error, rule: "r", "m", at: SourceLocation(path: path, line: 1, column: 1, length: 1))
            #expect(DiagnosticPrinter(showing: sources).print([diagnostic]) == "\(path):1:1: error: m [r]\n")
        }
    }

    @Test func `text of the catalog is quoted on one line, without hidden characters, and cut`() {
        #expect(Quoted.text("a\nb\u{1B}\u{202E}") == "\"a\\u{A}b\\u{1B}\\u{202E}\"")
        #expect(Quoted.text("\u{200C}\u{200D}\u{AD}\u{E0001}") == "\"\u{200C}\u{200D}\\u{AD}\\u{E0001}\"")
        #expect(Quoted.text(String(repeating: "x", count: 500)).count == 63)
        #expect(Quoted.list(["a"]) == "\"a\"")
        #expect(Quoted.list(["a", "b", "c"]) == "\"a\", \"b\" or \"c\"")
        #expect(Quoted.list([]) == "")
    }

    @Test func `every rule has a name in kebab case and a summary`() {
        for rule in CatalogRule.allCases {
            #expect(rule.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
            #expect(rule.summary.hasSuffix("."))
        }
    }
}
