import CatalogComparison
import CatalogModel
import Testing

@testable import CatalogFormatting

@Suite struct `Catalogs as text` {
    /// Checks that the text of a catalog gives the same catalog, and is in canonical form already.
    private func check(_ catalog: Catalog) throws -> String {
        let text = try CatalogWriter.write(catalog).get()
        #expect(formatted(text) == text)
        let sources = [CatalogSource(path: "a.yaml", text: text)]
        let result = CatalogLoader.load(sources)
        let again = try #require(result.catalog, "\(DiagnosticPrinter().print(result.diagnostics))\n\(text)")
        #expect(CatalogComparer.compare(catalog, with: again).changes.map(\.explanation) == [])
        #expect(catalog.removed.map(\.name) == again.removed.map(\.name))
        #expect(catalog.approvals.map(\.change) == again.approvals.map(\.change))
        #expect(catalog.events.map(\.name) == again.events.map(\.name))
        #expect(catalog.events.map(\.renamedFrom) == again.events.map(\.renamedFrom))
        #expect(catalog.groups.map(\.description) == again.groups.map(\.description))
        #expect(catalog.rules.map(\.rule) == again.rules.map(\.rule))
        #expect(catalog.rules.map(\.level) == again.rules.map(\.level))
        #expect(
            catalog.rules.map { $0.settings.map(\.value) } == again.rules.map { $0.settings.map(\.value) })
        #expect(suppressed(in: catalog) == suppressed(in: again))
        return text
    }

    /// The rules that each event and each of its properties is let off, with the reasons.
    private func suppressed(in catalog: Catalog) -> [String] {
        catalog.events.flatMap { event in
            event.suppressions.map { "\(event.name): \($0.rule) \($0.reason)" }
                + event.properties.flatMap { property in
                    property.suppressions.map { "\(event.name).\(property.name): \($0.rule) \($0.reason)" }
                }
        }
            + catalog.groups.flatMap { group in
                group.suppressions.map { "\(group.name): \($0.rule) \($0.reason)" }
            }
    }

    @Test func `the project's own catalog is written and read again`() throws {
        let text = try check(try #require(CatalogLoader.load(try files(in: "schema")).catalog))
        #expect(text.contains("\n  version: 1.0.0\n"))
    }

    @Test func `a catalog with everything is written in the form that people write`() throws {
        let text = """
            catalog:
              name: shop
              version: 2.0.0-rc.1
              description: 'A: shop'
              owner: core
              swift: { access: package, name: ShopCatalog }
              rules:
                missing-owner: error
                naming-convention:
                  level: 'off'
                  words: 3
                  allowed: [a, b c]
              approvals:
                - { change: event-removed order_lost, until: 2027-01-31, reason: It was never sent. }

            retention:
              events: 90d

            context:
              user_id:
                type: string
                description: Who.
                role: user
                variable: SHOP_USER
                default: nobody
                sensitivity: personal
                handling: hash
              retry: { type: int, description: Which try it is., default: 0 }

            groups:
              base:
                description: What all have.
                state:
                  type: enum
                  open: true
                  values:
                    - { value: 'no', name: nope, description: Not at all. }
                    - { value: paid, renamed_from: payed }
                    - lost
                  description: S.

              more:
                include: [base]
                size: { type: bytes, unit: KiB, maximum: 1.5, description: How large. }

            events:
              order_placed:
                description: Somebody bought something.
                severity: warn
                sample_rate: 0.25
                retention: 365d
                owner: sales
                stability: development
                since: 1.0.0
                expires: 2027-12-31
                deprecated: { since: 2.0.0, reason: Vague., replaced_by: order_paid }
                renamed_from: order_made
                swift_name: orderMade
                links: [https://example.org/reviews/42, https://example.org/boards/orders]
                tags: [billing, orders]
                suppress:
                  single-value: There will be more.
                include: [more]
                properties:
                  code:
                    type: string
                    required: false
                    max_length: 12
                    pattern: '[A-Z]{3}-[0-9]+'
                    description: The code.
                    example: ABC-1
                    swift_name: orderCode
                    since: 1.1.0
                    renamed_from: id
                    suppress:
                      unclassified-personal-data: A code, nobody's name.
                  share: { type: double, unit: percent, minimum: -1, maximum: 100, description: How much., example: 2.5 }
                  parts: { type: list, items: int, max_items: 3, description: P. }
                removed:
                  total: { since: 2.0.0, reason: Wrong currency. }

              order_paid:
                description: E.

            removed:
              order_sent:

            """
        let catalog = try #require(CatalogLoader.load([CatalogSource(path: "a.yaml", text: text)]).catalog)
        #expect(formatted(text) == text)
        #expect(try check(catalog) == text)
    }

    @Test func `texts of all kinds come back as they were`() throws {
        let place = SourceLocation(path: "a.yaml", line: 1, column: 1)
        let texts = [
            "plain", "no", "1.0", "a: b", "# c", " spaced ", "two\nlines", "three\n\nlines\n", "tab\there",
            "it's \"so\"",
            "\u{202E}hidden\u{7}", "{", "- a", "😀 Größe", "\\", "~",
            String(repeating: "long ", count: 60) + "end",
        ]
        let events = texts.enumerated().map { index, text in
            Event(name: "e\(index)", description: text, owner: text, location: place)
        }
        _ = try check(Catalog(name: "a", version: "1.0.0", location: place, events: events))
        let text = try CatalogWriter.write(events).get()
        #expect(text.hasPrefix("events:\n  e0:\n    description: plain\n    owner: plain\n"))
    }

    @Test func `only the sections that are asked for are written`() throws {
        let place = SourceLocation(path: "a.yaml", line: 1, column: 1)
        let catalog = Catalog(
            name: "a", version: "1.0.0", location: place, removed: [Tombstone(name: "b", location: place)])
        #expect(try CatalogWriter.write(catalog, sections: [.removed]).get() == "removed:\n  b:\n")
        #expect(
            try CatalogWriter.write(catalog, sections: [.catalog]).get()
                == "catalog:\n  name: a\n  version: 1.0.0\n")
        #expect(try CatalogWriter.write(catalog, sections: [.context, .events]).get().isEmpty)
    }
}
