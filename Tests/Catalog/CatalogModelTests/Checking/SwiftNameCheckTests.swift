import Testing

@testable import CatalogModel

private let property = "type: int, description: D."

@Suite struct `Names in Swift` {
    @Test func `two events of one Swift name are refused`() {
        expect(
            """
            events:
              1️⃣foo_bar: {description: D.}
              2️⃣fooBar: {description: D.}
              3️⃣other: {description: D., swift_name: fooBar}
              4️⃣id: {description: D.}
              5️⃣i_d: {description: D.}
            """,
            Finding(
                "2️⃣", .swiftNameCollision, "\"foo_bar\" and \"fooBar\" both give", "\"FooBar\"", notes: ["1️⃣"]),
            Finding("3️⃣", .swiftNameCollision, notes: ["2️⃣"]),
            Finding("5️⃣", .swiftNameCollision, "\"ID\"", notes: ["4️⃣"]))
    }

    @Test func `two properties of one Swift name are refused`() {
        expect(
            """
            events:
              e:
                description: D.
                properties:
                  1️⃣foo_bar: {\(property)}
                  2️⃣fooBar: {\(property)}
                  3️⃣duration: {\(property)}
                  4️⃣duration_ms: {type: duration, unit: ms, description: D.}
                  x: {\(property), swift_name: better}
                  X: {\(property)}
            """,
            Finding(
                "2️⃣", .swiftNameCollision, "\"foo_bar\" and \"fooBar\" both give the Swift name \"fooBar\"",
                notes: ["1️⃣"]),
            Finding("4️⃣", .swiftNameCollision, "\"duration\"", notes: ["3️⃣"]))
    }

    @Test func `a collision in a group is reported there and not for every event`() {
        expect(
            """
            groups:
              g: {1️⃣a_b: {\(property)}, 2️⃣aB: {\(property)}}
              h: {3️⃣a-b: {\(property)}}
            events:
              e: {description: D., include: [g]}
              f: {description: D., include: [g]}
              k: {description: D., include: [h], properties: {4️⃣a.b: {\(property)}}}
              l: {description: D., include: [h, 5️⃣g]}
            """,
            Finding("2️⃣", .swiftNameCollision, notes: ["1️⃣"]), Finding("4️⃣", .swiftNameCollision, notes: ["3️⃣"]),
            Finding("5️⃣", .swiftNameCollision, notes: ["3️⃣", "1️⃣"]),
            Finding("5️⃣", .swiftNameCollision, notes: ["3️⃣", "2️⃣"]))
    }

    @Test func `a collision among many properties is found too`() {
        var text = "events:\n  e:\n    description: D.\n    properties:\n"
        for index in 0..<40 { text += "      p_x\(index): {\(property)}\n" }
        expect(
            text + "      1️⃣a_b: {\(property)}\n      2️⃣aB: {\(property)}\n",
            Finding("2️⃣", .swiftNameCollision, notes: ["1️⃣"]))
    }

    @Test(arguments: ["definition", "record", "validate", "name", "self", "properties", "Name"])
    func `a property that would hide a member of its event is refused`(name: String) {
        expect(
            "events: {e: {description: D., properties: {1️⃣\(name): {\(property)}}}}",
            Finding("1️⃣", .swiftNameReserved, "\"\(name)\"", "swift_name:"))
        expect("groups: {g: {1️⃣\(name): {\(property)}}}", Finding("1️⃣", .swiftNameReserved))
        expect("events: {e: {description: D., properties: {\(name): {\(property), swift_name: x}}}}")
    }

    @Test(arguments: ["record", "operation", "isolation", "self", "properties"])
    func `a context property that would hide a part of its function is refused`(name: String) {
        expect("context: {1️⃣\(name): {\(property)}}", Finding("1️⃣", .swiftNameReserved, "\"\(name)\""))
    }

    @Test(arguments: [
        "swift", "signalbook", "foundation", "signal_catalog", "catalog_context", "generated_code_format",
        "any", "init",
        "self", "definition", "name", "Swift",
    ])
    func `an event that would hide what generated code needs is refused`(name: String) {
        expect(
            "events:\n  1️⃣\(name): {description: D.}",
            Finding("1️⃣", .swiftNameReserved, "\"\(name)\"", "swift_name:"))
        expect("events:\n  \(name): {description: D., swift_name: betterName}")
    }

    @Test(arguments: [
        "class", "default", "type", "protocol", "for", "associatedtype", "inout", "await", "true_story",
    ])
    func `a keyword is a name like any other`(name: String) {
        expect(
            """
            events:
              \(name):
                description: D.
                properties: {\(name): {type: enum, values: [\(name), self, init], description: D.}}
            """)
    }

    @Test(arguments: ["error", "string", "task", "telemetry"])
    func `an event that hides a common type is warned of`(name: String) {
        let result = expect(
            "events:\n  1️⃣\(name): {description: D.}",
            Finding("1️⃣", .swiftNameShadows, "hides", severity: .warning))
        #expect(result.catalog != nil)
    }

    @Test func `an enum value without a legal identifier asks for a name`() {
        expect(
            """
            context:
              a: {type: enum, values: [1️⃣+, 2️⃣1st, 3️⃣"🏴", 4️⃣"-", x], description: D.}
              b: {type: enum, values: [{value: +, name: plus}, {value: 1st, name: first}], description: D.}
            """,
            Finding("1️⃣", .swiftName, "{value: \"+\", name: plus}"), Finding("2️⃣", .swiftName, "name: first"),
            Finding("3️⃣", .swiftName, "gives no Swift identifier"), Finding("4️⃣", .swiftName, "minus"))
    }

    @Test func `enum values of one Swift name are refused`() {
        expect(
            """
            context:
              a: {type: enum, values: [1️⃣foo_bar, 2️⃣fooBar, 3️⃣{value: x, name: fooBar}, 4️⃣raw_value, 5️⃣wire_value],
                description: D.}
            """,
            Finding("2️⃣", .swiftNameCollision, "\"foo_bar\" and \"fooBar\"", notes: ["1️⃣"]),
            Finding("3️⃣", .swiftNameCollision, notes: ["1️⃣"]),
            Finding("4️⃣", .swiftNameReserved, "name: otherRawValue}"),
            Finding("5️⃣", .swiftNameReserved, "collides with the generated \"wireValue\""))
        expect("context: {a: {type: enum, open: true, values: [wire_value], description: D.}}")
    }

    @Test func `a value none of an optional property is refused, for nil would be sent`() {
        expect(
            """
            context: {1️⃣a: {type: enum, values: [none], description: D.}}
            events:
              e:
                description: D.
                properties:
                  2️⃣b: {type: enum, values: [some, none], required: false, description: D.}
                  c: {type: enum, values: [some, none], description: D.}
                  d: {type: enum, values: [{value: none, name: nothing}], required: false, description: D.}
            """,
            Finding("1️⃣", .swiftNameReserved, "Optional.none"),
            Finding("2️⃣", .swiftNameReserved, "\"b\"", "noValue"))
    }

    @Test func `an enum whose type would hide what generated code needs is refused`() {
        expect(
            """
            groups: {request: {kind: {type: enum, values: [a], description: D.}}, 3️⃣Request: {k: {type: enum, values: [a], description: D.}}}
            events:
              e:
                description: D.
                properties:
                  1️⃣swift: {type: enum, values: [a], description: D.}
                  2️⃣request_values: {type: enum, values: [a], description: D.}
              4️⃣request_values: {description: D.}
            """.replacing("{request:", with: "{5️⃣request:"),
            Finding("1️⃣", .swiftNameReserved, "\"Swift\"", "module"),
            Finding("2️⃣", .swiftNameCollision, "\"RequestValues\"", notes: ["5️⃣"]),
            Finding("3️⃣", .swiftNameCollision, "\"request\" and \"Request\"", notes: ["5️⃣"]),
            Finding("4️⃣", .swiftNameCollision, notes: ["5️⃣"]))
    }

    @Test func `two enums of one event have two types`() {
        expect(
            """
            events:
              e:
                description: D.
                properties:
                  1️⃣type: {type: enum, values: [a], description: D.}
                  2️⃣type_value: {type: enum, values: [a], description: D.}
            """,
            Finding("2️⃣", .swiftNameCollision, "\"TypeValue\"", notes: ["1️⃣"]))
    }

    @Test(arguments: ["Foo", "1st", "foo-bar", "foo bar", "_x", "\u{E9}", "x\u{1F600}"])
    func `a given Swift name is an identifier in lower camel case`(name: String) {
        expect(
            """
            events:
              e:
                description: D.
                swift_name: 1️⃣"\(name)"
                properties: {p: {\(property), swift_name: 2️⃣"\(name)"}}
            """,
            Finding("1️⃣", .swiftName), Finding("2️⃣", .swiftName))
    }
}
