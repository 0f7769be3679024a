import CatalogModel
import Testing

@testable import SigbookCommands

/// Where Swift code tracks events.
@Suite struct SignalUsesTests {
    private static let place = SourceLocation(path: "schema/a.yaml", line: 1, column: 1)

    private static let events = [
        Event(name: "session_created", description: "D.", location: place),
        Event(name: "ping", description: "D.", location: place),
    ]

    /// The places of `session_created` and `ping` in a source, as `line:column`, and behind `s` those of strings.
    private func uses(_ source: String) -> String {
        var uses = SignalUses(of: Self.events)
        let found = uses.scan(Array(source.utf8), path: "a.swift")
        let lists = zip(uses.calls, uses.strings).map { calls, strings in
            (calls.map { "\($0.line):\($0.column)" } + strings.map { "s\($0.line):\($0.column)" })
                .joined(separator: " ")
        }
        #expect(found == lists.contains { !$0.isEmpty })
        return lists.joined(separator: "|")
    }

    @Test(arguments: [
        ("telemetry.track(.sessionCreated(id: 1))", "1:18|"),
        ("Telemetry.track(\n    .sessionCreated(\n        id: 1))", "2:6|"),
        ("track(.ping())", "|1:8"),
        ("track(isNew ? .sessionCreated() : .ping())", "1:16|1:36"),
        ("track(SessionCreated(id: 1))", "1:7|"),
        ("let event = App.SessionCreated(id: 1)", "1:17|"),
        ("track(SessionCreated.init(id: 1))", "1:7|"),
        ("let text = \"\\(telemetry.track(.ping()))\"", "|1:32"),
        ("track(`SessionCreated`(id: 1))", "1:8|"),
    ])
    func `a factory in a call of track and a call of the type are found`(source: String, expected: String) {
        #expect(uses(source) == expected)
    }

    @Test(arguments: [
        "// track(.sessionCreated())", "/* track(.ping()) */", "let code = \"track(.ping())\"",
        "#\"track(.ping())\"#", "\"\"\"\n  track(.ping())\n  \"\"\"",
        "send(.sessionCreated())", "track(other.sessionCreated())", "track(other?.ping())",
        "track(Self.ping())",
        "track(f(.ping))", "retrack(.ping())", "recorder.events(SessionCreated.self)",
        "extension SessionCreated {}",
        "struct SessionCreated(", "func SessionCreated(", "@SessionCreated(1) var x", "#SessionCreated(1)",
        "case SessionCreated(Int)", "track(.pinged())", "track",
    ])
    func `what is something else is not found`(source: String) {
        #expect(uses(source) == "|")
    }

    @Test(arguments: [
        ("log(\"session_created\")", "s1:5|"),
        ("analytics.track(\"session_created\")", "s1:17|"),
        ("x = #\"session_created\"#", "s1:5|"),
        ("x = \"session_created\\n\"", "|"), ("x = \"session_created_at\"", "|"),
        ("x = \"ping\"", "|"), ("track(\"ping\")", "|s1:7"), ("track(name: \"ping\")", "|s1:13"),
        ("log(name: \"ping\")", "|"), ("\"\\(f(\"session_created\"))\"", "s1:6|"),
    ])
    func `a name in a string is found, one of a single word only in a call of track`(
        source: String, expected: String
    ) {
        #expect(uses(source) == expected)
    }
}
