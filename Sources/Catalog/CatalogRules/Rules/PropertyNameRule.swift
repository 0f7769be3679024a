import CatalogModel
import SignalPattern

/// The name of a property has the agreed shape.
enum PropertyNameRule: LintRule {
    private static let pattern = RuleSetting.pattern(
        "pattern", default: "[a-z][a-z0-9]*(_[a-z0-9]+)*", "What the whole name must match.")
    private static let maximumWords = RuleSetting.integer(
        "maximum_words", default: 6, in: 1...16, "The most words of a name.")

    static let definition = RuleDefinition(
        "property-name", .warning, "A property's name is in small letters with `_` between its words.",
        why: """
            Properties become columns and labels in systems that fold case or know no `-`. One spelling everywhere spares
            everybody the quoting. The rule also holds for the properties of groups and of the context.
            """,
        settings: [pattern, maximumWords],
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      item_count: { type: int, description: How many items it has. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      1️⃣itemCount: { type: int, description: How many items it has. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let pattern = findings.pattern(pattern)
        let maximum = findings.integer(maximumWords)
        // The same names come again and again; matching them once is enough.
        var verdicts: [String: Bool] = [:]
        for property in catalog.properties {
            let name = property.property.name
            if let pattern {
                let matches = verdicts[name] ?? pattern.matches(name)
                verdicts[name] = matches
                if !matches {
                    findings.report(
                        "the property name \(Quoted.text(name)) does not match \(Quoted.text(pattern.text))",
                        property,
                        hint: "expected a shape like \(Quoted.text(property.words.joined(separator: "_")))")
                    continue
                }
            }
            if property.words.count > maximum {
                findings.report(
                    "the property name \(Quoted.text(name)) has \(property.words.count) words, more than \(maximum)",
                    property)
            }
        }
    }
}
