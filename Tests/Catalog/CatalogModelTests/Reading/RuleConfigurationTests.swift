import Testing

@testable import CatalogModel

@Suite struct `Rules and suppressions` {
    @Test func `the header gives every rule its level and its settings, with their places`() throws {
        let result = expect(
            """
            catalog:
              name: a
              version: 1.0.0
              rules:
                missing-owner: error
                unused-group: off
                event-name: { level: warning, minimum_words: 3, actions: [created], strict: true, pattern: "[a-z]+" }
                no-such-rule: {}
            """)
        let rules = try #require(result.catalog?.rules)
        #expect(rules.map(\.rule) == ["missing-owner", "unused-group", "event-name", "no-such-rule"])
        #expect(rules.map(\.level) == [.error, .off, .warning, nil])
        #expect(rules[2].settings.map(\.name) == ["minimum_words", "actions", "strict", "pattern"])
        #expect(
            rules[2].settings.map(\.value) == [
                .integer(3), .texts(["created"]), .bool(true), .text("[a-z]+"),
            ])
        #expect(rules[2].location == SourceLocation(path: "signals.yaml", line: 7, column: 5, length: 10))
        #expect(rules[2].settings[0].valueLocation.column == 50)
    }

    @Test func `levels and settings that cannot be read are refused`() {
        expect(
            """
            catalog:
              name: a
              version: 1.0.0
              rules: {a: 1️⃣warn, b: 2️⃣3, c: {level: 3️⃣errro, d: 4️⃣{}, e: 5️⃣~, f: [6️⃣1]}}
            """,
            Finding("1️⃣", .invalidValue, "did you mean \"warning\"?", replacement: "warning"),
            Finding("2️⃣", .wrongType),
            Finding("3️⃣", .invalidValue, "did you mean \"error\"?", replacement: "error"),
            Finding("4️⃣", .wrongType), Finding("5️⃣", .wrongType), Finding("6️⃣", .wrongType))
    }

    @Test func `events, properties, context properties and groups carry suppressions with reasons`() throws {
        let result = expect(
            """
            context:
              c: {type: int, description: C., suppress: {rule-a: Reason a.}}
            groups:
              g:
                suppress: {rule-b: Reason b.}
                p: {type: int, description: P., suppress: {rule-c: Reason c.}}
            events:
              e:
                description: E.
                include: [g]
                suppress:
                  rule-d: Reason d.
                  rule-e: Reason e.
            """)
        let catalog = try #require(result.catalog)
        #expect(catalog.context[0].property.suppressions.map(\.rule) == ["rule-a"])
        #expect(catalog.groups[0].suppressions.map(\.reason) == ["Reason b."])
        #expect(catalog.groups[0].properties.map(\.name) == ["p"])
        #expect(catalog.events[0].properties[0].suppressions.map(\.rule) == ["rule-c"])
        #expect(catalog.events[0].suppressions.map(\.rule) == ["rule-d", "rule-e"])
        #expect(
            catalog.events[0].suppressions[1].location
                == SourceLocation(path: "signals.yaml", line: 13, column: 7, length: 6))
    }

    @Test func `a suppression without a reason is refused`() {
        expect(
            """
            events:
              e: {description: E., suppress: {a: 1️⃣'', b: 2️⃣~, c: 3️⃣[x], d: 4️⃣1}}
              f: {description: F., suppress: 5️⃣rule}
            """,
            Finding("1️⃣", .invalidValue, "empty"), Finding("2️⃣", .wrongType), Finding("3️⃣", .wrongType),
            Finding("4️⃣", .wrongType), Finding("5️⃣", .wrongType, "mapping"))
    }
}

@Suite struct `What newcomers write` {
    @Test func `what is declared twice in one file is named, with both places`() {
        expect(
            """
            events:
              1️⃣e: {description: E., properties: {2️⃣p: {type: int, description: P.}, 3️⃣p: {type: int, description: P.}}}
              4️⃣e: {description: E.}
            groups:
              5️⃣g: {6️⃣q: {type: int, description: Q.}, 7️⃣q: {type: int, description: Q.}}
              8️⃣g: {}
            """,
            Finding("3️⃣", .duplicateName, "the property \"p\" is declared twice", notes: ["2️⃣"]),
            Finding("4️⃣", .duplicateName, "the event \"e\" is declared twice", notes: ["1️⃣"]),
            Finding("7️⃣", .duplicateName, "the property \"q\"", notes: ["6️⃣"]),
            Finding("8️⃣", .duplicateName, "the group \"g\"", notes: ["5️⃣"]))
        expect(
            "context: {1️⃣c: {type: int, description: C.}, 2️⃣c: {type: int, description: C.}}\nremoved: {3️⃣r: {}, 4️⃣r: {}}",
            Finding("2️⃣", .duplicateName, "the context property \"c\"", notes: ["1️⃣"]),
            Finding("4️⃣", .duplicateName, "the removed event \"r\"", notes: ["3️⃣"]))
    }

    @Test func `any other key that stands twice stays a problem of the text`() {
        let result = CatalogLoader.load([
            CatalogSource(path: "a.yaml", text: header + "events: {e: {description: A., description: B.}}")
        ])
        #expect(result.diagnostics.map(\.rule) == ["yaml-duplicate-key"])
    }

    @Test func `a sensitivity given as a severity is told apart`() {
        expect(
            """
            events:
              e:
                description: E.
                severity: 1️⃣personal
                properties: {p: {type: string, description: P., 2️⃣severity: personal}}
            """,
            Finding("1️⃣", .invalidValue, "did you mean the \"sensitivity\" of a property?"),
            Finding("2️⃣", .unknownKey, "did you mean \"sensitivity\"?", replacement: "sensitivity"))
    }

    @Test(arguments: [
        ("duration", "milis", "ms"), ("duration", "secnods", "s"), ("duration", "Hours", "h"),
        ("bytes", "kilobyes", "kB"), ("bytes", "MBS", "MB"), ("bytes", "kb", "kB"),
    ])
    func `a unit that is misspelt gets the one that was meant`(type: String, word: String, unit: String) {
        expect(
            "events: {e: {description: E., properties: {p: {type: \(type), unit: 1️⃣\(word), description: P.}}}}",
            Finding("1️⃣", .invalidValue, "did you mean \"\(unit)\"?", replacement: unit))
    }
}
