import CatalogModel
import Testing

@testable import CatalogComparison

@Suite struct `Differences of catalogs` {
    private static let groups = """
        groups:
          g:
            code: { type: int, description: C. }
        events:
          d: { description: D., include: [g], owner: billing }
          e: { description: E., include: [g], owner: search, stability: development }
        """

    @Test func `what a group breaks is told once, with all events and owners`() throws {
        let changes = try difference(Self.groups, Self.groups.replacing("int", with: "double")).changes
        let change = try #require(changes.first)
        #expect(changes.count == 1)
        #expect(change.events == ["d", "e"])
        #expect(change.owners == ["billing", "search"])
        #expect(change.level == .breaking)
        #expect(change.explanation == #"the type of "code" of the group "g" is "double", was "int""#)
    }

    @Test func `what a group breaks in development alone is a notice`() throws {
        let old = Self.groups.replacing("owner: billing", with: "stability: development")
        let changes = try difference(old, old.replacing("int", with: "double")).changes
        #expect(changes.map(\.line) == ["notice source+wire: type-changed groups.g.code"])
        #expect(changes.map(\.bump) == [.minor])
    }

    @Test func `a removal that one event expects is a surprise to the other`() throws {
        let new = """
            events:
              d: { description: D., owner: billing }
              e: { description: E., owner: search, stability: development, removed: { code: } }
            """
        let changes = try difference(Self.groups, new).changes.filter { $0.level != .safe }
        #expect(changes.map(\.line) == ["breaking source+wire: property-removed groups.g.code"])
    }

    @Test func `places of both sides are told, and where to show what is gone`() throws {
        let old = event("n: { type: int, description: N. }", "m: { type: int, description: M. }")
        let new = event("m: { type: double, description: M. }")
        let changes = try difference(old, "\n" + new).changes
        #expect(changes.map(\.id) == ["property-removed e.n", "type-changed e.m"])
        #expect(changes.map(\.old?.line) == [5, 6])
        #expect(changes.map(\.new?.line) == [nil, 6])
        #expect(changes.map(\.anchor.line) == [3, 6])
    }

    @Test func `what is told about a renamed event uses its new name`() throws {
        let changes = try difference(
            "events:\n  a: { description: E., properties: { n: { type: int, description: N. } } }",
            "events:\n  b: { description: E., renamed_from: a, properties: { n: { type: bool, description: N. } } }"
        ).changes
        #expect(changes.map(\.id) == ["event-renamed b", "type-changed b.n"])
    }

    @Test func `hidden characters of values are escaped where they are shown`() throws {
        let changes = try difference(
            event(#"p: { type: enum, values: [a, { value: "x\u202Ey", name: b }], description: P. }"#),
            event("p: { type: enum, values: [a], description: P. }")
        ).changes
        #expect(changes.map(\.id) == [#"enum-value-removed e.p x\u{202E}y"#])
        #expect(changes.first?.explanation.contains("\u{202E}") == false)
    }

    @Test func `the order of files, events and keys says nothing`() throws {
        let files = [
            (
                "a.yaml",
                "catalog: { name: shop, version: 1.0.0 }\nevents: { a: { description: A., owner: x } }\n"
            ),
            (
                "b.yaml",
                "groups: { g: { n: { type: int, description: N. } } }\n"
                    + "events:\n  b: { description: B., include: [g] }\n  c: { description: C. }\n"
            ),
        ]
        let other = [
            (
                "a.yaml",
                "events:\n  c: { description: C. }\n  b: { include: [g], description: B. }\n"
                    + "groups: { g: { n: { description: N., type: int } } }\n"
            ),
            (
                "b.yaml",
                "events: { a: { owner: x, description: A. } }\ncatalog: { version: 1.0.0, name: shop }\n"
            ),
        ]
        let catalogs = try [files, other].map { files in
            try #require(CatalogLoader.load(files.map { CatalogSource(path: $0.0, text: $0.1) }).catalog)
        }
        let found = CatalogComparer.compare(catalogs[0], with: catalogs[1])
        #expect(found.changes.isEmpty)
        #expect(found.passes)
        #expect(found.suggestedVersion == "1.0.0")
    }

    @Test func `the changes of a large catalog are told in one order`() throws {
        var old = "events:\n"
        var new = "events:\n"
        for number in 0..<200 {
            let property = "{ n: { type: int, description: N. } }"
            old += "  e\(number): { description: E., properties: \(property) }\n"
            if number % 3 != 0 { new += "  e\(number): { description: F., properties: \(property) }\n" }
        }
        let first = try difference(old, new).changes.map(\.line)
        #expect(first.count == 200)
        #expect(first.prefix(67).allSatisfy { $0.hasPrefix("breaking source+wire: event-removed") })
        #expect(first == (try difference(old, new).changes.map(\.line)))
    }
}
