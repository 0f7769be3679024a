import CatalogModel
import Testing

@testable import CatalogRules

private let header = "catalog: { name: a, version: 1.0.0, owner: o }\n"

private func rules(_ text: String) -> [String] {
    CatalogChecker().check([CatalogSource(path: "a.yaml", text: header + text)]).diagnostics.map(\.rule)
}

@Suite struct `Suppressions` {
    @Test func `hold for the declaration they stand in`() {
        let text = """
            context:
              phone: { type: string, max_length: 9, description: Who called., CONTEXT }
            groups:
              caller:
                GROUP
                email: { type: string, max_length: 9, description: Who wrote. }
            events:
              call_taken:
                description: Somebody called.
                include: [caller]
                EVENT
                properties:
                  fax: { type: string, max_length: 9, description: Who faxed. }
            """
        let suppression = "suppress: { unclassified-personal-data: They are the shop's own. }"
        for suppressed in [[], ["CONTEXT"], ["GROUP"], ["EVENT"], ["CONTEXT", "GROUP", "EVENT"]] {
            var changed = text
            for place in ["CONTEXT", "GROUP", "EVENT"] {
                changed = changed.replacing(
                    place == "CONTEXT" ? ", CONTEXT" : place,
                    with: suppressed.contains(place) ? (place == "CONTEXT" ? ", " : "") + suppression : "")
            }
            #expect(rules(changed).count == 3 - suppressed.count, "\(suppressed)")
        }
    }

    @Test func `hold in a property of a group that is called description`() {
        let text = """
            groups:
              shape:
                description: { type: enum, values: [yes, no], description: Whether it was described at all., SUPPRESSION }
            events: { shape_drawn: { description: Somebody used the pencil., include: [shape] } }
            """
        #expect(rules(text.replacing(", SUPPRESSION", with: "")) == ["ambiguous-word", "ambiguous-word"])
        let suppression = "suppress: { ambiguous-word: They are words here. }"
        #expect(rules(text.replacing("SUPPRESSION", with: suppression)) == [])
    }

    @Test func `of an event do not hold for the groups it includes`() {
        let text = """
            groups:
              caller: { email: { type: string, max_length: 9, description: Who wrote. } }
            events:
              call_taken:
                description: Somebody called.
                include: [caller]
                suppress: { unclassified-personal-data: They are the shop's own. }
            """
        #expect(rules(text) == ["unclassified-personal-data", "unused-suppression"])
    }

    @Test func `hold for the rule that they name only`() {
        let text = """
            events:
              order:
                description: Ordered.
                suppress: { event-name: Dashboards have had it since 2019. }
            """
        #expect(rules(text) == ["short-description"])
    }

    @Test func `that are misspelt get the name that was meant, and suppress nothing`() throws {
        let text =
            header + """
                events:
                  order:
                    description: A customer did something.
                    suppress: { event-nmae: Dashboards have had it since 2019. }
                """
        let result = CatalogChecker().check([CatalogSource(path: "a.yaml", text: text)])
        #expect(result.diagnostics.map(\.rule) == ["event-name", "unknown-rule"])
        let finding = try #require(result.diagnostics.last)
        #expect(finding.hint == "did you mean \"event-name\"?")
        #expect(finding.fix?.replacement == "event-name")
    }

    @Test(arguments: [
        "TODO", "'todo: ask'", "n/a", "N/A", "tbd", "'...'", "'-'", "FIXME", "because", "'1'", "none",
        "To be described.",
    ])
    func `with a placeholder for a reason are refused`(reason: String) {
        let text = """
            events:
              order:
                description: A customer did something.
                suppress: { event-name: \(reason) }
            """
        #expect(rules(text).contains("placeholder-reason"))
    }
}

@Suite struct `Rules that cannot be suppressed` {
    @Test func `are those about no declaration`() {
        let names = RuleIndex.all.compactMap { $0.definition }.filter { !$0.isSuppressible }.map(\.name)
        #expect(
            names == [
                "expired-approval", "fixed-rule", "invalid-setting", "placeholder-reason", "retired-rule",
                "tombstone-without-reason", "unknown-rule", "unused-suppression",
            ])
    }

    @Test func `say so when they are suppressed all the same`() {
        let text = """
            removed: { order_made: { since: 1.0.0 } }
            events:
              order_placed:
                description: A customer placed an order.
                suppress: { tombstone-without-reason: Nobody remembers. }
            """
        #expect(rules(text) == ["tombstone-without-reason", "unused-suppression"])
    }
}
