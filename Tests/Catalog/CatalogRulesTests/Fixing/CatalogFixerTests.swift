import CatalogModel
import Testing

@testable import CatalogRules

private let header = CatalogSource(path: "~.yaml", text: "catalog: { name: a, version: 1.0.0, owner: o }\n")

/// What a file is when everything that can be is fixed.
private func fixed(_ text: String) -> (text: String, outcome: CatalogFixer.Outcome) {
    let outcome = CatalogFixer.fix(
        [CatalogSource(path: "a.yaml", text: text), header], with: CatalogChecker())
    return (String(decoding: outcome.sources[0].bytes, as: UTF8.self), outcome)
}

@Suite struct `Fixing` {
    @Test func `puts right words, quotes and numbers in one go`() {
        let (text, outcome) = fixed(
            """
            events:
              order_placed:
                descripton: A customer placed an order.
                severity: Warning
                properties:
                  country: { type: enum, values: [no, se], description: Where it goes. }
                  total: { type: double, unit: EUR, maximum: 1e3, description: What it costs. }
            """)
        #expect(
            text == """
                events:
                  order_placed:
                    description: A customer placed an order.
                    severity: warn
                    properties:
                      country: { type: enum, values: ['no', se], description: Where it goes. }
                      total: { type: double, unit: EUR, maximum: 1000, description: What it costs. }
                """)
        #expect(outcome.fixed.count == 4)
        #expect(outcome.result.diagnostics.isEmpty)
        #expect(outcome.result.catalog != nil)
    }

    @Test func `goes on with what a fix brings to light`() {
        let (text, outcome) = fixed("events:\n  order_placed: { description: D d., severty: Warning }")
        #expect(text == "events:\n  order_placed: { description: D d., severity: warn }")
        #expect(outcome.fixed.map(\.rule) == ["unknown-key", "invalid-value"])
    }

    @Test func `changes nothing a second time`() {
        let (text, _) = fixed("events:\n  order_placed: { description: D d., severty: Warning }")
        let (again, outcome) = fixed(text)
        #expect(again == text)
        #expect(outcome.fixed.isEmpty)
    }

    @Test func `leaves alone what only a person can decide`() {
        let text = "events:\n  order: { description: Ordered. }"
        let (same, outcome) = fixed(text)
        #expect(same == text)
        #expect(outcome.result.diagnostics.map(\.rule) == ["event-name", "short-description"])
    }

    @Test(arguments: [
        (
            "events:\n  a_b:\n    suppress:\n      missing-owner: It is so.\n    description: It is so.\n",
            "events:\n  a_b:\n    description: It is so.\n"
        ),
        (
            "events:\n  a_b:\n    description: It is so.\n    suppress: { missing-owner: It is so. } # why\n",
            "events:\n  a_b:\n    description: It is so.\n"
        ),
        (
            "events:\n  a_b:\n    description: It is so.\n    suppress:\n      missing-owner: 'It''s so.'",
            "events:\n  a_b:\n    description: It is so.\n"
        ),
        (
            "events:\n  a_b: { description: It is so., suppress: { missing-owner: It is so. } }\n",
            "events:\n  a_b: { description: It is so. }\n"
        ),
        (
            "events:\n  a_b: { suppress: { missing-owner: \"It \\\"is\\\" so.\" }, description: It is so. }\n",
            "events:\n  a_b: { description: It is so. }\n"
        ),
        (
            "events:\n  a: { description: It is so., suppress: { missing-owner: It is so., event-name: It is so. } }\n",
            "events:\n  a: { description: It is so., suppress: { event-name: It is so. } }\n"
        ),
        (
            "events:\n  a: { description: It is so., suppress: { event-name: It is so., missing-owner: It is so. } }\n",
            "events:\n  a: { description: It is so., suppress: { event-name: It is so. } }\n"
        ),
        (
            "events:\n  a:\n    description: It is so.\n    suppress:\n      event-name: It is so.\n      missing-owner: It is so.\n",
            "events:\n  a:\n    description: It is so.\n    suppress:\n      event-name: It is so.\n"
        ),
        (
            "groups:\n  g:\n    suppress: { unused-group: It is so. }\nevents:\n  a_b: { description: It is so., include: [g] }\n",
            "groups:\n  g:\nevents:\n  a_b: { description: It is so., include: [g] }\n"
        ),
        (
            "{\"events\": {\"a_b\": {\"description\": \"It is so.\",\n \"suppress\": {\"missing-owner\": \"It is so.\"}\n}}}",
            "{\"events\": {\"a_b\": {\"description\": \"It is so.\"\n}}}"
        ),
    ])
    func `takes out a suppression that is of no use, however it is written`(before: String, after: String) {
        let (text, outcome) = fixed(before)
        #expect(text == after)
        #expect(outcome.fixed.map(\.rule) == ["unused-suppression"])
        #expect(outcome.result.diagnostics.isEmpty)
    }

    @Test func `keeps a suppression whose end is not plain to see`() {
        let text =
            "events:\n  a_b:\n    description: It is so.\n    suppress:\n      missing-owner: >\n        It is so.\n"
        let (same, outcome) = fixed(text)
        #expect(same == text)
        #expect(outcome.result.diagnostics.map(\.rule) == ["unused-suppression"])
    }

    @Test func `leaves out a fix that would make the file unreadable, and makes the others`() {
        // Two descriptions in one mapping are refused by the parser.
        let (text, outcome) = fixed(
            "events:\n  order_placed:\n    description: A customer ordered.\n    descripton: Twice.\n    severty: info\n"
        )
        #expect(
            text
                == "events:\n  order_placed:\n    description: A customer ordered.\n    descripton: Twice.\n    severity: info\n"
        )
        #expect(outcome.fixed.map(\.message) == ["unknown key \"severty\" of the event \"order_placed\""])
        #expect(
            outcome.refused.map(\.message) == ["unknown key \"descripton\" of the event \"order_placed\""])
        #expect(outcome.result.diagnostics.map(\.rule) == ["unknown-key"])
    }

    @Test func `gives no rule a name that another one in the same place has`() {
        let outcome = CatalogFixer.fix(
            [
                CatalogSource(
                    path: "a.yaml",
                    text:
                        "catalog: { name: a, version: 1.0.0, owner: o, rules: { event-name: off, evnt-name: off } }"
                )
            ], with: CatalogChecker())
        #expect(outcome.fixed.isEmpty)
        #expect(outcome.refused.isEmpty)
        #expect(outcome.result.diagnostics.map(\.rule) == ["unknown-rule"])
        #expect(outcome.result.diagnostics.first?.hint == "did you mean \"event-name\"?")
    }

    @Test func `of several files changes those alone that need it`() {
        let outcome = CatalogFixer.fix(
            [
                CatalogSource(
                    path: "a.yaml", text: "events:\n  a_b: { description: It is so., severty: info }"),
                CatalogSource(path: "b.yaml", text: "events:\n  c_d: { description: It is so. } # {"), header,
            ], with: CatalogChecker())
        #expect(outcome.sources.map(\.path) == ["a.yaml", "b.yaml", "~.yaml"])
        #expect(String(decoding: outcome.sources[1].bytes, as: UTF8.self).hasSuffix("# {"))
        #expect(outcome.fixed.map { $0.location?.path } == ["a.yaml"])
    }
}
