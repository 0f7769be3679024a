import CatalogModel
import SignalVocabulary

/// A number whose name suggests a unit has one.
enum MissingUnitRule: LintRule {
    private static let words = RuleSetting.texts(
        "words",
        default: [
            "duration", "latency", "elapsed", "delay", "timeout", "interval", "ttl", "age", "uptime", "size",
            "length",
            "distance", "width", "height", "weight", "temperature", "speed", "price", "amount", "cost",
            "revenue",
        ], "The words that suggest a unit at the end of a name, besides the units themselves.")

    static let definition = RuleDefinition(
        "missing-unit", .warning, "A number whose name suggests a unit has one.",
        why: """
            An `int` named `timeout` is milliseconds to one reader and seconds to the next. Use `type: duration` or `type: bytes`,
            whose callers cannot pass the wrong unit, or say the `unit` of an `int` or a `double` (`unit: characters`,
            `unit: EUR`).
            """,
        settings: [words],
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      wait_ms: { type: duration, unit: ms, description: How long it waited. }
                      note_length: { type: int, unit: characters, description: How long the note to the shop is. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      1️⃣wait_ms: { type: int, description: How long it waited. }
                      2️⃣price: { type: double, description: What it costs. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let words = findings.texts(words)
        for property in catalog.properties {
            switch property.property.type {
            case .int, .double: break
            default: continue
            }
            guard property.property.unit == nil, let word = property.words.last else { continue }
            let meaning = UnitNames.meaning(ofLastWordIn: property.words)
            guard meaning != nil || words.contains(word) else { continue }
            let hint =
                switch meaning {
                case .duration(let unit): "expected \"type: duration\" with \"unit: \(unit.rawValue)\""
                case .bytes(let unit): "expected \"type: bytes\" with \"unit: \(unit.rawValue)\""
                case .percent: "expected \"unit: '%'\""
                case .ratio: "expected \"unit: '1'\""
                case nil: "say in what it is measured: \"unit: …\", \"type: duration\" or \"type: bytes\""
                }
            findings.report(
                "the number \(Quoted.text(property.property.name)) has no unit, which its name suggests",
                property,
                hint: hint)
        }
    }
}
