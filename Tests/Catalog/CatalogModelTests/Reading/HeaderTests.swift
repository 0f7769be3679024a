import Testing

@testable import CatalogModel

@Suite struct `The header and the sections` {
    @Test func `a header gives name, version, owner and access`() throws {
        let result = expect(
            "catalog: {name: my-app, version: 2.1.0-rc.1+b5, description: D., owner: core, swift: {access: public}}"
        )
        let catalog = try #require(result.catalog)
        #expect(catalog.name == "my-app")
        #expect(catalog.version == "2.1.0-rc.1+b5")
        #expect(catalog.owner == "core")
        #expect(catalog.swift.access == .public)
        #expect(catalog.files == ["signals.yaml"])
    }

    @Test func `a catalog without a header is refused at its first file`() {
        expect(["b.yaml": "events:", "a.yaml": "1️⃣events:"], Finding("1️⃣", .missingHeader), addsHeader: false)
    }

    @Test func `a catalog without files is refused at no place`() {
        let result = CatalogLoader.load([])
        #expect(result.catalog == nil)
        #expect(result.diagnostics.map(\.rule) == ["missing-catalog"])
        #expect(result.diagnostics.first?.location == nil)
    }

    @Test func `a second header in another file is refused with a note at the first`() {
        expect(
            [
                "a.yaml": "1️⃣catalog: {name: a, version: 1.0.0}",
                "b.yaml": "2️⃣catalog: {name: b, version: 1.0.0}",
            ],
            Finding("2️⃣", .duplicateHeader, "second header", notes: ["1️⃣"]))
    }

    @Test func `name and version are required`() {
        expect(
            "1️⃣catalog: {}", Finding("1️⃣", .missingKey, "\"name\""), Finding("1️⃣", .missingKey, "\"version\""))
    }

    @Test(arguments: [
        "1.0", "1", "v1.0.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0+", "1.0.0-a..b", "'1.0.0 '", "\"\"",
    ])
    func `a version that is not semantic is refused`(version: String) {
        expect("catalog: {name: a, version: 1️⃣\(version)}", Finding("1️⃣", .invalidValue, "semantic version"))
    }

    @Test func `wrong types and unknown keys of the header are each reported`() {
        expect(
            """
            catalog:
              name: 1️⃣[a]
              version: 1.0.0
              2️⃣onwer: core
              description: 3️⃣12
              swift: {access: 4️⃣pubic, 5️⃣acess: public}
            """,
            Finding("1️⃣", .wrongType, "\"name\" must be a text, not a list"),
            Finding("2️⃣", .unknownKey, "did you mean \"owner\"?", replacement: "owner"),
            Finding("3️⃣", .wrongType, "not the number \"12\"", "quotes"),
            Finding("4️⃣", .invalidValue, "did you mean \"public\"?", replacement: "public"),
            Finding("5️⃣", .unknownKey, "did you mean \"access\"?", replacement: "access"))
    }

    @Test func `the catalog's Swift type may have a name`() throws {
        let result = expect(
            "catalog: {name: a, version: 1.0.0, swift: {access: public, name: ShopCatalog}}")
        let swift = try #require(result.catalog).swift
        #expect(swift == SwiftSettings(access: .public, name: "ShopCatalog"))
        #expect(
            [swift.catalogType, swift.contextType, swift.scopeType] == [
                "ShopCatalog", "ShopContext", "ShopContext",
            ])
        #expect(swift.valuesType(ofGroup: "request") == "ShopRequestValues")
        #expect(SwiftSettings(name: "Shop").contextType == "ShopContext")
        #expect(SwiftSettings().contextType == "CatalogContext")
        #expect(SwiftSettings().valuesType(ofGroup: "request") == "RequestValues")
    }

    @Test(arguments: ["shopCatalog", "Shop-Catalog", "1Shop", "Läden", "_Shop", "Shop Catalog", "\"\""])
    func `a name that is not a Swift type's is refused`(name: String) {
        expect(
            "catalog: {name: a, version: 1.0.0, swift: {name: 1️⃣\(name)}}",
            name == "\"\""
                ? Finding("1️⃣", .invalidValue) : Finding("1️⃣", .swiftName, "is not the name of a Swift type"))
    }

    @Test(arguments: [
        "Signalbook", "Swift", "Foundation", "SignalCatalog", "Catalog", "Telemetry", "Event", "String",
        "Result",
        "Self", "Type", "Any",
    ])
    func `a name that is taken is refused`(name: String) {
        expect(
            "catalog: {name: a, version: 1.0.0, swift: {name: 1️⃣\(name)}}",
            Finding("1️⃣", .swiftNameReserved, "the catalog cannot be \"\(name)\" in Swift", "ShopCatalog"))
    }

    @Test func `an event cannot have the Swift name of its catalog or of the context`() {
        expect(
            """
            catalog: {name: a, version: 1.0.0, swift: {name: ShopCatalog}}
            events:
              1️⃣shop_catalog: {description: D.}
              2️⃣shop_context: {description: D.}
              shop: {description: D.}
            """,
            Finding("1️⃣", .swiftNameReserved, "\"ShopCatalog\""),
            Finding("2️⃣", .swiftNameReserved, "\"ShopContext\""))
    }

    @Test func `an illegal catalog name is refused`() {
        expect("catalog: {name: 1️⃣my app, version: 1.0.0}", Finding("1️⃣", .invalidName, "\" \" at byte 3"))
    }

    @Test func `rules of the header are accepted for later`() {
        expect("catalog: {name: a, version: 1.0.0, rules: {anything: {at: all}}}")
    }

    @Test func `an unknown section is refused with the one that was meant`() {
        expect(
            "1️⃣event: {}\n2️⃣whatever: {}",
            Finding("1️⃣", .unknownKey, "did you mean \"events\"?", replacement: "events"),
            Finding("2️⃣", .unknownKey, "expected \"catalog\", \"retention\""))
    }

    @Test(arguments: ["metrics", "spans", "budgets", "alerts"])
    func `a section kept for later is refused by name`(section: String) {
        expect("1️⃣\(section): {}", Finding("1️⃣", .unsupportedSection, "\"\(section)\" is not supported"))
    }

    @Test func `a file that is no mapping is refused`() {
        expect("1️⃣- a\n- b", Finding("1️⃣", .wrongType, "must be a mapping, not a list"))
        expect("1️⃣just words", Finding("1️⃣", .wrongType, "not the text \"just words\""))
    }

    @Test func `empty files and empty sections are fine`() {
        expect([
            "a.yaml": "# nothing\n", "b.yaml": "",
            "c.yaml": "events:\ngroups:\ncontext:\nremoved:\nretention:\n",
        ])
    }

    @Test func `sections of the wrong type are refused`() {
        expect(
            "events: 1️⃣[a]\ngroups: 2️⃣text\ncontext: 3️⃣[]\nremoved: 4️⃣5",
            Finding("1️⃣", .wrongType, "\"events\" must be a mapping"), Finding("2️⃣", .wrongType),
            Finding("3️⃣", .wrongType), Finding("4️⃣", .wrongType))
    }

    @Test func `a file given twice is refused`() {
        let source = CatalogSource(path: "a.yaml", text: header)
        #expect(CatalogLoader.load([source, source]).diagnostics.map(\.rule) == ["duplicate-file"])
    }

    @Test func `a problem of the text is reported, and nothing that only seems to be missing`() {
        let result = CatalogLoader.load([
            CatalogSource(
                path: "a.yaml", text: "events:\n  e:\n    description: D.\n    include: [g]\n\tbad: {\n")
        ])
        #expect(result.catalog == nil)
        #expect(!result.diagnostics.isEmpty)
        #expect(result.diagnostics.allSatisfy { $0.rule.hasPrefix("yaml-") })
    }
}
