import SignalVocabulary
import YAMLLite
import Testing

@testable import CatalogModel

/// An event `e` with the given properties, each on a line of its own.
private func event(_ properties: String...) -> String {
    "events:\n  e:\n    description: D.\n    properties:\n"
        + properties.map { "      \($0)\n" }.joined()
}

@Suite struct `Properties` {
    @Test func `type and description are required`() {
        expect(
            event(
                "1️⃣a: {}", "b: {type: 2️⃣[int], description: D.}", "3️⃣c: {values: [x], description: D.}",
                "d: 4️⃣int",
                "5️⃣f:"),
            Finding("1️⃣", .missingKey, "\"a\" has no \"type\"", "expected \"string\""),
            Finding("1️⃣", .missingKey, "\"a\" has no \"description\""), Finding("2️⃣", .wrongType),
            Finding("3️⃣", .missingKey, "type: enum"),
            Finding("4️⃣", .wrongType, "must be a mapping, not the text \"int\""),
            Finding("5️⃣", .missingKey), Finding("5️⃣", .missingKey))
    }

    @Test func `a unit belongs to durations and byte counts and is one of the list`() {
        expect(
            event(
                "1️⃣a: {type: duration, description: D.}", "2️⃣b: {type: bytes, description: D.}",
                "c: {type: bytes, unit: 3️⃣kilobytes, description: D.}",
                "d: {type: duration, unit: 4️⃣fortnights, description: D.}",
                "e: {type: string, 5️⃣unit: ms, description: D.}",
                "f: {type: int, unit: items, description: D.}",
                "g: {type: int, unit: 6️⃣5, description: D.}"),
            Finding("1️⃣", .missingKey, "the duration \"a\" has no \"unit\"", "\"ms\""),
            Finding("2️⃣", .missingKey, "the byte count", "\"KiB\""),
            Finding("3️⃣", .invalidValue, "did you mean \"kB\"?", replacement: "kB"),
            Finding("4️⃣", .invalidValue, "expected \"ns\""),
            Finding("5️⃣", .misplacedKey, "does not fit the type \"string\""),
            Finding("6️⃣", .wrongType))
    }

    @Test func `a list says what its items are`() {
        expect(
            event(
                "1️⃣a: {type: list, description: D.}", "b: {type: list, items: 2️⃣uuid, description: D.}",
                "c: {type: list, items: 3️⃣integer, description: D.}",
                "d: {type: int, 4️⃣items: int, description: D.}"),
            Finding("1️⃣", .missingKey, "the list \"a\" has no \"items\""),
            Finding("2️⃣", .invalidValue, "expected \"string\""),
            Finding("3️⃣", .invalidValue, "did you mean \"int\"?", replacement: "int"),
            Finding("4️⃣", .misplacedKey, "use \"type: list\""))
    }

    @Test func `values and open belong to an enum`() {
        expect(
            event(
                "a: {type: string, 1️⃣values: [x], 2️⃣open: true, description: D.}",
                "3️⃣b: {type: enum, description: D.}",
                "c: {type: enum, values: 4️⃣[], description: D.}",
                "d: {type: enum, values: 5️⃣x, description: D.}",
                "e: {type: enum, values: [x], open: 6️⃣yes, description: D.}"),
            Finding("1️⃣", .misplacedKey, "use \"type: enum\""), Finding("2️⃣", .misplacedKey),
            Finding("3️⃣", .missingKey, "no \"values\""), Finding("4️⃣", .invalidValue, "1 through 1000"),
            Finding("5️⃣", .wrongType), Finding("6️⃣", .wrongType, "true or false", "says \"true\""))
    }

    @Test func `each value of an enum is a text of its own`() {
        expect(
            event(
                "a: {type: enum, values: [1️⃣x, 2️⃣x], description: D.}",
                "b: {type: enum, values: [3️⃣1.0, 4️⃣~, 5️⃣[], 6️⃣0x10, yes, true, {value: 404, name: missing}], description: D.}",
                "c: {type: enum, values: [7️⃣{name: x}, {value: y, 8️⃣nme: z}, {value: z, name: 9️⃣Zet}], description: D.}",
                "d: {type: enum, values: [0️⃣''], description: D.}"),
            Finding("2️⃣", .duplicateValue, "\"x\" is listed twice", notes: ["1️⃣"]),
            Finding("3️⃣", .wrongType, "the number \"1.0\"", "quotes"), Finding("4️⃣", .wrongType),
            Finding("5️⃣", .wrongType), Finding("6️⃣", .wrongType), Finding("7️⃣", .missingKey, "no \"value\""),
            Finding("8️⃣", .unknownKey, "\"name\"", replacement: "name"), Finding("9️⃣", .swiftName, "\"Zet\""),
            Finding("0️⃣", .invalidValue))
    }

    @Test(arguments: [
        "\u{200C}", "\u{202E}", "1\u{E0001}", "\"", "\\", "'", "1#a: b", "\u{7}", "😀",
        String(repeating: "é", count: 128),
    ])
    func `the hint for a value without a Swift name is YAML that the reader takes`(value: String) throws {
        let written = DoubleQuoted.text(value)
        let first = CatalogLoader.load([source(values: written)]).diagnostics
        let hint = try #require(first.first { $0.rule == CatalogRule.swiftName.rawValue }?.hint)
        let advice = try #require(hint.firstIndex(of: "{").map { String(hint[$0...]) })
        #expect(!HiddenCharacters.occur(in: advice))
        let result = CatalogLoader.load([source(values: advice)])
        #expect(result.diagnostics.isEmpty)
        let type = try #require(result.catalog?.events.first?.properties.first).type
        guard case .enumeration(let enumeration) = type else { throw Missing() }
        #expect(enumeration.values.map(\.rawValue) == [value])
    }

    private struct Missing: Error {}

    private func source(values: String) -> CatalogSource {
        CatalogSource(
            path: "a.yaml",
            text: "catalog: {name: a, version: 1.0.0}\nevents:\n  e:\n    description: D.\n    properties:\n"
                + "      p: {type: enum, values: [\(values)], description: D.}\n")
    }

    @Test func `required is true or false`() {
        expect(
            event(
                "a: {type: int, required: 1️⃣no, description: D.}",
                "b: {type: int, required: 2️⃣0, description: D.}"),
            Finding("1️⃣", .wrongType, "YAML 1.2 says \"false\""), Finding("2️⃣", .wrongType))
    }

    @Test func `what only the context has is refused elsewhere`() {
        expect(
            event("a: {type: int, 1️⃣role: user, 2️⃣variable: A, 3️⃣default: 5, description: D.}"),
            Finding("1️⃣", .misplacedKey), Finding("2️⃣", .misplacedKey),
            Finding("3️⃣", .misplacedKey, "\"required: false\""))
    }

    @Test func `a bound fits numbers only and is a number of that kind`() {
        expect(
            event(
                "a: {type: string, 1️⃣maximum: 5, description: D.}",
                "b: {type: bool, 2️⃣minimum: 0, description: D.}",
                "c: {type: int, minimum: 3️⃣0.5, maximum: 4️⃣99999999999999999999, description: D.}",
                "d: {type: double, minimum: 5️⃣.inf, maximum: 6️⃣high, description: D.}",
                "e: {type: double, minimum: 0, maximum: 99999999999999999999, description: D.}",
                "f: {type: list, items: string, 7️⃣minimum: 0, description: D.}",
                "g: {type: bytes, unit: KiB, maximum: 1024, description: D.}"),
            Finding(
                "1️⃣", .constraintMismatch, "\"maximum\" does not fit the type \"string\"", "use \"max_length\""
            ),
            Finding("2️⃣", .constraintMismatch), Finding("3️⃣", .wrongType, "whole number"),
            Finding("4️⃣", .wrongType),
            Finding("5️⃣", .wrongType, "finite"), Finding("6️⃣", .wrongType),
            Finding("7️⃣", .constraintMismatch, "list of string"))
    }

    @Test func `a minimum above the maximum contradicts it`() {
        expect(
            event(
                "a: {type: int, minimum: 1️⃣5, maximum: 2️⃣4, description: D.}",
                "b: {type: double, maximum: 3️⃣-1, minimum: 4️⃣0.0, description: D.}",
                "c: {type: int, minimum: 9223372036854775807, maximum: 9223372036854775807, description: D.}",
                "d: {type: int, minimum: 5️⃣9223372036854775807, maximum: 6️⃣9223372036854775806, description: D.}"
            ),
            Finding("2️⃣", .constraintContradiction, "at least 5 and at most 4", notes: ["1️⃣"]),
            Finding("3️⃣", .constraintContradiction, notes: ["4️⃣"]),
            Finding("6️⃣", .constraintContradiction, notes: ["5️⃣"]))
    }

    @Test func `lengths fit texts and lists only and are positive`() {
        expect(
            event(
                "a: {type: int, 1️⃣max_length: 5, description: D.}",
                "b: {type: string, max_length: 2️⃣0, description: D.}",
                "c: {type: text, 3️⃣max_items: 5, description: D.}",
                "d: {type: list, items: text, max_items: 4️⃣-1, max_length: 5, description: D.}",
                "e: {type: list, items: int, 5️⃣max_length: 5, description: D.}",
                "f: {type: url, max_length: 6️⃣1e9, description: D.}",
                "g: {type: text, max_length: 7️⃣65537, description: D.}"),
            Finding("1️⃣", .constraintMismatch, "use \"maximum\""),
            Finding("2️⃣", .invalidValue, "1 through 65536"),
            Finding("3️⃣", .constraintMismatch, "use \"max_length\""), Finding("4️⃣", .invalidValue),
            Finding("5️⃣", .constraintMismatch), Finding("6️⃣", .wrongType), Finding("7️⃣", .invalidValue))
    }

    @Test func `a pattern fits strings only and is one`() {
        expect(
            event(
                "a: {type: int, 1️⃣pattern: a, description: D.}",
                "b: {type: text, 2️⃣pattern: a, description: D.}",
                "c: {type: string, pattern: \"ab3️⃣(c\", description: D.}",
                "d: {type: string, pattern: 4️⃣[], description: D.}"),
            Finding("1️⃣", .constraintMismatch), Finding("2️⃣", .constraintMismatch, "free text has no pattern"),
            Finding("3️⃣", .invalidPattern), Finding("4️⃣", .wrongType))
    }

    @Test func `personal and secret properties say how they are handled`() {
        expect(
            event(
                "a: {type: string, sensitivity: 1️⃣personal, description: D.}",
                "b: {type: double, sensitivity: 2️⃣secret, description: D.}",
                "c: {type: string, sensitivity: 3️⃣private, description: D.}",
                "d: {type: string, sensitivity: internal, description: D.}",
                "e: {type: string, sensitivity: personal, handling: 4️⃣drp, description: D.}"),
            Finding("1️⃣", .unhandledPersonalData, "\"a\" is personal", "\"hash\""),
            Finding("2️⃣", .unhandledPersonalData, "secret", "add \"handling\": \"drop\""),
            Finding("3️⃣", .invalidValue, "did you mean \"personal\"?", replacement: "personal"),
            Finding("4️⃣", .invalidValue, replacement: "drop"))
    }

    @Test(arguments: [
        ("double", "hash", false), ("bool", "mask", false), ("timestamp", "truncate", false),
        ("int", "mask", false),
        ("int", "hash", true), ("uuid", "truncate", false), ("uuid", "mask", true), ("ip", "truncate", true),
        ("double", "drop", true), ("text", "redact", true),
    ])
    func `a handling fits the type`(type: String, handling: String, fits: Bool) {
        let text = event("a: {type: \(type), handling: 1️⃣\(handling), description: D.}")
        if fits { expect(text) } else { expect(text, Finding("1️⃣", .handlingMismatch, "\"\(type)\"")) }
    }

    @Test func `a string is truncated to a length that is given`() {
        expect(
            event(
                "a: {type: string, handling: 1️⃣truncate, description: D.}",
                "b: {type: string, handling: truncate, max_length: 8, description: D.}",
                "c: {type: text, handling: truncate, description: D.}"),
            Finding("1️⃣", .handlingMismatch, "max_length"))
    }

    @Test func `an event has at most 128 properties`() {
        func properties(_ count: Int, _ prefix: String) -> String {
            (0..<count).map { "\(prefix)\($0): {type: int, description: D.}" }.joined(separator: ", ")
        }
        expect("events: {e: {description: D., properties: {\(properties(128, "p"))}}}")
        expect(
            "events: {1️⃣e: {description: D., properties: {\(properties(129, "p"))}}}",
            Finding("1️⃣", .tooManyProperties, "the event \"e\" has 129"))
        expect(
            "groups: {g: {\(properties(100, "p"))}}\n"
                + "events: {1️⃣e: {description: D., include: [g], properties: {\(properties(29, "q"))}}}",
            Finding("1️⃣", .tooManyProperties, "has 129"))
    }

    @Test func `a constraint that does not fit the type is one error, whatever its value is`() {
        expect(
            event(
                "a: {type: timestamp, 1️⃣minimum: 2026-01-01, description: D.}",
                "b: {type: uuid, 2️⃣pattern: '(', description: D.}",
                "c: {type: duration, unit: ms, 3️⃣max_items: 10, description: D.}",
                "d: {type: list, items: string, 4️⃣maximum: 10, description: D.}",
                "e: {type: int, 5️⃣max_length: 10, description: D.}"),
            Finding("1️⃣", .constraintMismatch), Finding("2️⃣", .constraintMismatch),
            Finding("3️⃣", .constraintMismatch), Finding("4️⃣", .constraintMismatch, "use \"max_length\""),
            Finding("5️⃣", .constraintMismatch, "use \"maximum\""))
    }
}
