import Testing

@testable import CatalogModel

@Suite struct `The context` {
    @Test func `a context property has role, default and variable`() throws {
        let result = expect(
            """
            context:
              user_id: {type: string, role: user, default: anonymous, sensitivity: personal, handling: hash, description: D.}
              port: {type: int, default: 0x10, variable: APP_PORT, description: D.}
              session_id: {type: uuid, role: session, description: D.}
            """)
        let context = try #require(result.catalog).context
        #expect(context.map(\.property.name) == ["user_id", "port", "session_id"])
        #expect(context.map(\.role) == [.user, nil, .session])
        #expect(context.map(\.defaultValue) == ["anonymous", "16", nil])
        #expect(context.map(\.variable) == [nil, "APP_PORT", nil])
        #expect(
            result.catalog?.contextLocation
                == SourceLocation(path: "signals.yaml", line: 1, column: 1, length: 7))
    }

    @Test func `the context stands in one file`() {
        expect(
            [
                "a.yaml": "1️⃣context: {3️⃣a: {type: int, description: D.}}",
                "b.yaml": "2️⃣context: {4️⃣a: {type: int, description: D.}}",
            ],
            Finding("2️⃣", .duplicateContext, notes: ["1️⃣"]), Finding("4️⃣", .duplicateName, notes: ["3️⃣"]))
    }

    @Test func `roles and variables are given once and are legal`() {
        expect(
            """
            context:
              a: {type: int, role: 1️⃣user, variable: 2️⃣A, description: D.}
              b: {type: int, role: 3️⃣user, variable: 4️⃣A, description: D.}
              c: {type: int, role: 5️⃣usr, variable: 6️⃣a-b, 7️⃣required: true, description: D.}
              8️⃣d: {type: list, items: int, description: D.}
            """,
            Finding("3️⃣", .duplicateValue, "the role \"user\"", notes: ["1️⃣"]),
            Finding("4️⃣", .duplicateValue, "the variable \"A\"", notes: ["2️⃣"]),
            Finding("5️⃣", .invalidValue, replacement: "user"), Finding("6️⃣", .invalidValue, "capitals"),
            Finding(
                "7️⃣", .misplacedKey,
                "does not belong to a context property; it is a key of a property; what the context does not say is written as null"
            ), Finding("8️⃣", .invalidValue, "cannot be a list")
        )
    }

    @Test(arguments: [
        ("type: int", "5", true), ("type: int", "five", false), ("type: int", "5.0", false),
        ("type: int, minimum: 6", "5", false), ("type: int, maximum: 4", "5", false),
        ("type: double", "5", true),
        ("type: double", ".nan", false), ("type: double, maximum: 1", "1.5", false),
        ("type: bool", "true", true),
        ("type: bool", "yes", false), ("type: string", "5", false), ("type: string", "'5'", true),
        ("type: string, max_length: 3", "four", false), ("type: string, max_length: 4", "vier", true),
        ("type: string, max_length: 1", "\u{1F600}", true),
        ("type: enum, values: [x, y]", "y", true), ("type: enum, values: [x, y]", "z", false),
        ("type: enum, values: [x, y], open: true", "z", true), ("type: duration, unit: s", "1.5", true),
        ("type: duration, unit: s", "1s", false), ("type: timestamp", "2026-02-05T10:00:00Z", true),
        ("type: timestamp", "2026-02-05T10:00:00.5+01:00", true), ("type: timestamp", "2026-02-05", false),
        ("type: timestamp", "2026-02-30T10:00:00Z", false),
        ("type: uuid", "123e4567-e89b-12d3-a456-426614174000", true), ("type: uuid", "'123e4567'", false),
        ("type: url", "https://a.b/c?d", true), ("type: url", "nowhere", false),
        ("type: ip", "127.0.0.1", true),
        ("type: ip", "127.0.0.256", false), ("type: ip", "'::1'", true), ("type: ip", "fe80::1:2", true),
        ("type: ip", "1:2:3", false), ("type: string", "", false), ("type: int", "[]", false),
    ])
    func `a default is a value of its property`(property: String, value: String, fits: Bool) {
        let text = "context:\n  a: {\(property), description: D., default: \(value)}"
        let result = CatalogLoader.load([
            CatalogSource(path: "a.yaml", text: header + text)
        ])
        #expect(result.diagnostics.isEmpty == fits)
        if !fits {
            #expect(result.diagnostics.count == 1)
            #expect(["invalid-default", "wrong-type"].contains(result.diagnostics.first?.rule))
        }
    }

    @Test func `a wrong default is reported where it stands`() {
        expect(
            "context: {a: {type: int, maximum: 4, default: 1️⃣5, description: D.}}",
            Finding("1️⃣", .invalidDefault, "the default \"5\" is above 4"))
        expect(
            "context: {a: {type: string, default: 1️⃣5, description: D.}}",
            Finding("1️⃣", .invalidDefault, "is not a text", "quotes"))
    }

    @Test func `a property is not named like a context property`() {
        expect(
            [
                "a.yaml": "context: {1️⃣user_id: {type: string, description: D.}}",
                "b.yaml": """
                groups:
                  g: {2️⃣user_id: {type: string, description: D.}}
                events:
                  e: {description: D., include: [g]}
                  f: {description: D., include: [4️⃣g], properties: {3️⃣user_id: {type: string, description: D.}}}
                """,
            ],
            Finding("2️⃣", .contextConflict, "\"user_id\"", notes: ["1️⃣"]),
            Finding("3️⃣", .contextConflict, notes: ["1️⃣"]),
            Finding("3️⃣", .duplicateName, notes: ["2️⃣", "4️⃣"]))
    }

    @Test func `the context has at most 128 properties`() {
        let many = (0..<129).map { "p\($0): {type: int, description: D.}" }.joined(separator: ", ")
        expect("1️⃣context: {\(many)}", Finding("1️⃣", .tooManyProperties, "the context has 129"))
    }
}
