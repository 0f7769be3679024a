import EventCatalog
import Foundation
import Testing

@testable import SigbookCommands

/// Findings in every format, as whole outputs.
@Suite struct FormatTests {
    /// Findings with hints, fixes and notes, about places behind letters that have other lengths in UTF-8, in UTF-16 and as
    /// characters, in a file whose name needs escaping.
    private static let files = [
        "schema/catalog.yaml": "catalog: { name: demo, version: 1.0.0 }\n",
        "schema/a b,c:100%.yaml": """
        # 😀
        events:
          ping: { description: "Ä 😀 é", sevrity: info }
          pong: { description: P., severity: loud, "{0} [a](b)": x }
          ping: { description: Twice. }
        """,
    ]

    private func check(_ format: String, isTerminal: Bool = false) async throws -> RecordingConsole.Outcome {
        let folder = try Folder(Self.files)
        return await RecordingConsole.run(
            ["check", "--format", format], in: folder.path, isTerminal: isTerminal, usesColor: isTerminal)
    }

    @Test(arguments: [("text", "txt"), ("json", "json"), ("github", "txt"), ("sarif", "sarif")])
    func `findings are written as reviewed`(format: String, suffix: String) async throws {
        let outcome = try await check(format)
        #expect(outcome.status == .findings)
        #expect(outcome.talk == (format == "text" ? "4 errors\n" : ""))
        try Golden.expect(outcome.output, is: "formats/\(format).\(suffix)")
    }

    @Test func `on a terminal the lines are shown, in colours`() async throws {
        let outcome = try await check("text", isTerminal: true)
        try Golden.expect(outcome.output, is: "formats/terminal.txt")
    }

    @Test func `nothing found is a success in every format`() async throws {
        let folder = try Folder(["schema/catalog.yaml": "catalog: { name: demo, version: 1.0.0 }\n"])
        for format in FindingFormat.allCases {
            let outcome = await RecordingConsole.run(
                ["check", "--format=\(format.rawValue)"], in: folder.path)
            #expect(outcome.status == .success)
            switch format {
            case .text:
                #expect(outcome.output.isEmpty)
                #expect(outcome.talk == "nothing found\n")
            case .json:
                #expect(
                    outcome.output
                        == "{\n  \"version\": 1,\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"notes\": 0,\n  \"findings\": []\n}\n"
                )
            case .github: #expect(outcome.output.isEmpty)
            case .sarif: #expect(outcome.output.contains("\"results\": []"))
            }
        }
    }

    @Test func `warnings alone are a success`() {
        let console = RecordingConsole()
        let place = SourceLocation(path: "a.yaml", line: 1, column: 1)
        let warning = Diagnostic(.warning, rule: "r", "w", at: place)
        let note = Diagnostic(.note, rule: "r", "n", at: nil)
        let environment = console.environment(in: "/")
        #expect(environment.report([warning, warning, note], sources: [], format: .text) == .success)
        #expect(console.talk == "2 warnings, 1 note\n")
        #expect(console.output.hasSuffix("note: n [r]\n"))
    }

    @Test func `a finding about no place is a command without a file`() {
        let text = GitHubAnnotations([Diagnostic(.warning, rule: "r", "50%\nof: a,b", at: nil)], sources: [])
            .text
        #expect(text == "::warning title=r::50%25%0Aof: a,b\n")
    }

    @Test func `every rule of the readers has its say in the metadata`() {
        for rule in CatalogRule.allCases {
            #expect(FindingRule.named(rule.rawValue)?.summary == rule.summary)
        }
        #expect(FindingRule.named("yaml-tab-indentation")?.summary == "Lines are indented with spaces.")
        #expect(FindingRule.named("no-such-rule") == nil)
        #expect(Set(FindingRule.all.map(\.name)).count == FindingRule.all.count)
        #expect(FindingRule.all.allSatisfy { $0.summary.hasSuffix(".") && !$0.help.isEmpty })
    }
}
