import CatalogModel
import Foundation
import Testing
import TestSupport

@testable import SigbookCommands

/// Findings in every format, as whole outputs.
@Suite struct FormatTests {
    /// Findings with hints, fixes and notes, about places behind letters that have other lengths in UTF-8, in UTF-16 and as
    /// characters, in a file whose name needs escaping.
    private static let sources = [
        CatalogSource(path: "schema/catalog.yaml", text: "catalog: { name: demo, version: 1.0.0 }\n"),
        CatalogSource(
            path: "schema/a b,c:100%.yaml",
            text: """
                # 😀
                events:
                  ping: { description: "Ä 😀 é", sevrity: info }
                  pong: { description: P., severity: loud, "{0} [a](b)": x }
                  ping: { description: Twice. }
                """),
    ]

    /// What reading them finds, written in a format.
    private func report(_ format: FindingFormat, isTerminal: Bool = false) -> (
        status: Int32, RecordingConsole
    ) {
        let console = RecordingConsole()
        let environment = console.environment(in: "/", isTerminal: isTerminal, usesColor: isTerminal)
        let found = CatalogLoader.load(Self.sources).diagnostics
        return (environment.report(found, sources: Self.sources, format: format).rawValue, console)
    }

    @Test(arguments: [
        (FindingFormat.text, "txt"), (.json, "json"), (.github, "txt"), (.sarif, "sarif"),
    ])
    func `findings are written as reviewed`(format: FindingFormat, suffix: String) throws {
        let (status, console) = report(format)
        #expect(status == 1)
        #expect(console.talk == (format == .text ? "4 errors\n" : ""))
        try Golden.expect(console.output, is: "formats/\(format.rawValue).\(suffix)")
    }

    @Test func `on a terminal the lines are shown, in colours`() throws {
        try Golden.expect(report(.text, isTerminal: true).1.output, is: "formats/terminal.txt")
    }

    @Test(arguments: [
        (FindingFormat.text, "", "nothing found\n"), (.github, "", ""),
        (
            .json,
            "{\n  \"version\": 1,\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"notes\": 0,\n  \"findings\": []\n}\n",
            ""
        ),
    ])
    func `nothing found is a success in every format`(format: FindingFormat, output: String, talk: String) {
        let console = RecordingConsole()
        #expect(console.environment(in: "/").report([], sources: [], format: format) == .success)
        #expect(console.output == output)
        #expect(console.talk == talk)
    }

    @Test func `a log without results says so`() {
        let text = SARIFLog([], sources: [], rule: FindingRule.named).text
        #expect(text.contains("\"results\": []"))
        #expect(text.contains("\"rules\": []"))
    }

    @Test(arguments: ["text", "json", "github", "sarif"])
    func `check takes every format`(format: String) async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": "events: []\n"])
        let outcome = await RecordingConsole.run(["check", "--format", format], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.output.contains("wrong-type"))
        #expect(outcome.output.first == (format == "text" ? "s" : format == "github" ? ":" : "{"))
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
