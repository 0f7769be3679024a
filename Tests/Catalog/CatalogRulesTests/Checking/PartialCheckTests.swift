import CatalogModel
import Testing
import TestSupport

@testable import CatalogRules

private let header = "catalog: { name: shop, version: 1.0.0, owner: checkout }\n"

private func check(_ files: (path: String, text: String)...) -> [String] {
    let sources = files.map { CatalogSource(path: $0.path, text: $0.text) }
    return CatalogChecker(today: RuleExample.today).check(sources).diagnostics.map {
        "\($0.location?.line ?? 0) \($0.rule)"
    }
}

@Suite struct `A catalog of which a part is wrong` {
    @Test func `is judged by rules at once where it has none`() {
        let text =
            header + """
                events:
                  order_placed: { descripton: A customer placed an order. }
                  order: { description: A customer ordered. }
                """
        #expect(check(("a.yaml", text)) == ["3 missing-key", "3 unknown-key", "4 event-name"])
    }

    @Test func `is not judged in a declaration with an error`() {
        let text =
            header + """
                context:
                  email: { type: strng, description: Who is signed in. }
                groups:
                  order: { phone: { type: string, max_length: 9, descripton: Who called. } }
                events:
                  order: { description: Ordered., severity: loud }
                """
        #expect(!check(("a.yaml", text)).contains { $0.hasSuffix("-name") || $0.hasSuffix("-data") })
    }

    @Test func `is not judged in what includes an erroneous group, over others too`() {
        let text =
            header + """
                groups:
                  inner: { wait_ms: { type: durtion, unit: ms, description: How long it waited for us. } }
                  outer: { include: [inner], at_work: { type: bool, description: Whether it works. } }
                events:
                  order: { description: A customer ordered., include: [outer] }
                  sale: { description: A customer bought it. }
                """
        #expect(check(("a.yaml", text)) == ["3 invalid-value", "7 event-name"])
    }

    @Test func `is not told that a group is unused, for what uses it may be misspelt`() {
        let text =
            header + """
                groups: { shop: { shop_number: { type: int, description: Which shop it was. } } }
                events:
                  order_placed: { description: A customer placed an order., inclde: [shop] }
                """
        #expect(check(("a.yaml", text)) == ["4 unknown-key"])
    }

    @Test func `is judged in other files than one that cannot be read, and without what is in that`() {
        let broken =
            "groups: { shop: { shop_number: { type: int, description: Which shop it was. } } }\nevents: [\n"
        let text =
            header + """
                events:
                  order: { description: A customer ordered., include: [shop] }
                  sale: { description: A customer bought it. }
                """
        let found = check(("a.yaml", text), ("b.yaml", broken))
        #expect(found.contains("4 event-name"))
        #expect(!found.contains("3 event-name"))
    }

    @Test func `is not judged at all when the header has one, for that says how to judge`() {
        let text = """
            catalog: { name: shop, version: 1.0.0, owner: checkout, ruls: { event-name: error } }
            events: { order: { description: A customer ordered. } }
            """
        #expect(check(("a.yaml", text)) == ["1 unknown-key"])
    }

    @Test func `keeps what suppresses findings about the text of an event with an error`() {
        let text =
            header + """
                events:
                  order_placed:
                    description: A customer placed an order.
                    severty: info
                    suppress: { ambiguous-word: Receivers read YAML 1.2. }
                    properties:
                      answer: { type: enum, values: [no, maybe], description: What the customer said. }
                """
        #expect(check(("a.yaml", text)) == ["5 unknown-key"])
    }

    @Test(arguments: RuleIndex.lintRules.map { $0.definition.name })
    func `gives the findings of every rule that an error elsewhere has nothing to do with`(name: String)
        throws
    {
        let rule = try #require(RuleIndex.entry(named: name)?.definition)
        let checker = CatalogChecker(today: RuleExample.today)
        let broken = CatalogSource(path: "z.yaml", text: "events: { zebra_seen: { descripton: Stripes. } }\n")
        for example in rule.examples {
            let sources = example.sources(for: rule)
            let found = checker.check(sources).diagnostics.filter { $0.rule == name }
            let beside = checker.check(sources + [broken]).diagnostics.filter { $0.rule == name }
            switch rule.stage {
            case .catalog, .suppressions: #expect(beside.isEmpty)
            case .text, .declarations, .date: #expect(beside.map(\.message) == found.map(\.message))
            }
        }
    }

    @Test func `brings no finding that it would not have without the errors`() throws {
        let sources = try serviceCatalog()
        // Every place in the long form.
        let distance = LongTests.count(5, long: 1)
        var places = 0
        var trials = 0
        for (number, source) in sources.enumerated() {
            let lines = String(decoding: source.bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            for (line, text) in lines.enumerated() where text.contains("description:") {
                places += 1
                guard places.isMultiple(of: distance) else { continue }
                var changed = lines.map(String.init)
                changed[line] = String(text.replacing("description:", with: "descripton:"))
                var all = sources
                all[number] = CatalogSource(path: source.path, text: changed.joined(separator: "\n"))
                let result = CatalogChecker(today: Day("2026-02-05")).check(all)
                let rules = result.diagnostics.filter { RuleIndex.entry(named: $0.rule)?.definition != nil }
                // The catalog as it is breaks no rule.
                #expect(rules.map(\.message) == [], "\(source.path):\(line + 1)")
                trials += 1
            }
        }
        #expect(trials > 100 / distance)
    }
}
