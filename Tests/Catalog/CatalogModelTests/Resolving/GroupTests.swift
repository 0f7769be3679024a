import Testing

@testable import CatalogModel

@Suite struct `Groups` {
    @Test func `properties of groups come first, in the order included`() throws {
        let result = expect(
            [
                "events.yaml": """
                events:
                  e:
                    description: D.
                    include: [second, first]
                    properties: {own: {type: int, description: D.}}
                """,
                "groups.yaml": """
                groups:
                  first: {a: {type: int, description: D.}}
                  second: {include: [third], b: {type: int, description: D.}}
                  third: {c: {type: int, description: D.}}
                """,
            ])
        let event = try #require(result.catalog?.events.first)
        #expect(event.properties.map(\.name) == ["c", "b", "a", "own"])
        #expect(
            event.properties.map(\.location.path) == [
                "groups.yaml", "groups.yaml", "groups.yaml", "events.yaml",
            ])
    }

    @Test func `a group that is reached over two ways is merged once`() throws {
        let result = expect(
            """
            groups:
              base: {id: {type: int, description: D.}}
              left: {include: [base], l: {type: int, description: D.}}
              right: {include: [base], r: {type: int, description: D.}}
            events: {e: {description: D., include: [left, right]}}
            """)
        #expect(result.catalog?.events.first?.properties.map(\.name) == ["id", "l", "r"])
    }

    @Test func `a property that a group has already is a duplicate`() {
        expect(
            """
            groups:
              g: {1️⃣a: {type: int, description: D.}}
              h: {2️⃣a: {type: int, description: D.}}
              i: {include: [3️⃣g], 4️⃣a: {type: int, description: D.}}
            events:
              e: {description: D., include: [5️⃣g], properties: {6️⃣a: {type: string, description: D.}}}
              f: {description: D., include: [g, 7️⃣h]}
              k: {description: D., include: [i]}
            """,
            Finding("4️⃣", .duplicateName, "leave it out", notes: ["1️⃣", "3️⃣"]),
            Finding("6️⃣", .duplicateName, "\"a\" is declared twice", notes: ["1️⃣", "5️⃣"]),
            Finding("7️⃣", .duplicateName, "from two groups", notes: ["1️⃣", "2️⃣"]))
    }

    @Test func `an unknown group is refused with the one that was meant`() {
        expect(
            """
            groups: {request: {include: [1️⃣erorr_details]}, error_details: {}}
            events:
              e: {description: D., include: [2️⃣requst, 3️⃣nothing_like_it, 4️⃣5]}
              f: {description: D., include: [5️⃣request, 6️⃣request]}
            """,
            Finding("1️⃣", .unknownGroup, "did you mean \"error_details\"?", replacement: "error_details"),
            Finding("2️⃣", .unknownGroup, replacement: "request"),
            Finding("3️⃣", .unknownGroup, "expected \"request\" or \"error_details\""),
            Finding("4️⃣", .wrongType), Finding("6️⃣", .duplicateValue, "included twice", notes: ["5️⃣"]))
        expect(
            "events: {e: {description: D., include: [1️⃣g]}}",
            Finding("1️⃣", .unknownGroup, "the catalog has no groups"))
    }

    @Test func `a cycle is refused with its path`() {
        expect(
            """
            groups:
              a: {include: [1️⃣b]}
              b: {include: [2️⃣c], x: {type: int, description: D.}}
              c: {include: [3️⃣a]}
              d: {include: [4️⃣d]}
              e: {include: [a]}
            events: {e: {description: D., include: [a, d]}}
            """,
            Finding("3️⃣", .includeCycle, "includes itself: a → b → c → a", notes: ["1️⃣", "2️⃣"]),
            Finding("4️⃣", .includeCycle, "d → d"))
    }

    @Test func `a description that is a mapping is a property`() throws {
        let result = expect(
            """
            groups:
              g: {description: What it is for.}
              h: {description: {type: text, description: D.}}
              i: {description: 1️⃣[], 2️⃣x: }
            """,
            Finding("1️⃣", .wrongType), Finding("2️⃣", .missingKey, "type"),
            Finding("2️⃣", .missingKey, "description"))
        #expect(result.catalog == nil)
    }

    @Test func `include is no property of a group`() {
        expect(
            "groups: {g: {include: 1️⃣{type: int, description: D.}}}",
            Finding("1️⃣", .wrongType, "must be a list of names"))
    }

    @Test func `groups may be nested as deep as one likes`() throws {
        let count = 20_000
        var text = "groups:\n  g0: {p: {type: int, description: D.}}\n"
        for index in 1..<count { text += "  g\(index): {include: [g\(index - 1)]}\n" }
        text += "events: {e: {description: D., include: [g\(count - 1)]}}\n"
        #expect(expect(text).catalog?.events.first?.properties.map(\.name) == ["p"])
        // The other way about, so that the first group is the last resolved.
        text = "groups:\n"
        for index in 1..<count { text += "  g\(index - 1): {include: [g\(index)]}\n" }
        text += "  g\(count - 1): {p: {type: int, description: D.}}\n"
        #expect(expect(text).catalog?.groups.first?.properties.map(\.name) == ["p"])
    }

    @Test func `many groups that all include the first are as many cycles`() {
        let count = 2_000
        var text = "groups:\n"
        for index in 0..<count { text += "  g\(index): {include: [g\((index + 1) % count), g0]}\n" }
        let result = CatalogLoader.load([CatalogSource(path: "a.yaml", text: header + text)])
        #expect(result.catalog == nil)
        #expect(result.diagnostics.allSatisfy { ["include-cycle", "duplicate-value"].contains($0.rule) })
    }

    @Test func `a place for much to grow out of little is refused once`() {
        var text = "groups:\n  g:\n"
        for index in 0..<2_000 { text += "    p\(index): {type: int, description: D.}\n" }
        text += "events:\n"
        for index in 0..<2_000 { text += "  e\(index): {description: D., include: [g]}\n" }
        let result = CatalogLoader.load([CatalogSource(path: "a.yaml", text: header + text)])
        // Once for the group, not for every event.
        #expect(result.diagnostics.count == 1)
        #expect(result.diagnostics.first?.rule == "too-many-properties")
    }

    @Test func `a list of groups is bounded`() {
        let names = (0..<5_000).map { "g\($0)" }
        let declared = names.map { "\($0): {}" }.joined(separator: ", ")
        expect(
            "groups: {\(declared)}\nevents: {e: {description: D., include: 1️⃣[\(names.joined(separator: ", "))]}}",
            Finding("1️⃣", .invalidValue, "at most 128 elements, not 5000"))
    }

    @Test func `thousands of unknown references are refused without a hang`() {
        var text = "groups: {\((0..<3_000).map { "group\($0): {}" }.joined(separator: ", "))}\nevents:\n"
        for index in 0..<3_000 { text += "  e\(index): {description: D., include: [gruop\(index)]}\n" }
        let result = CatalogLoader.load([CatalogSource(path: "a.yaml", text: header + text)])
        #expect(result.diagnostics.count == 3_000)
        #expect(result.diagnostics.first?.fix?.replacement == "group0")
        #expect(result.diagnostics.last?.fix == nil)
    }
}
