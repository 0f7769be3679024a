import CatalogModel
import YAMLLite

/// A word that is a truth value to readers of YAML 1.1 stands in quotes.
enum AmbiguousWordRule: LintRule {
    static let definition = RuleDefinition(
        "ambiguous-word", .warning,
        "Words such as `no`, `yes`, `on` and `off` stand in quotes where text is meant.",
        why: """
            To YAML 1.2, and so to this catalog, `no` is a text. To YAML 1.1, which many tools still read, it is a truth value: a list of
            countries loses Norway. `true` and `false` as values of an enumeration are truth values to everybody, and texts
            only here. Quotes mean the same to all of them. Levels in `catalog.rules` need none.
            """,
        isFixable: true, stage: .text,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      country: { type: enum, values: [de, 'no', se], description: Where it goes. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      country: { type: enum, values: [de, 1️⃣no, se], description: Where it goes. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for scalar in catalog.plainScalars {
            switch scalar.scalar.value {
            case .string where words.contains(scalar.scalar.text): break
            case .bool where valueKeys.contains(scalar.key): break
            default: continue
            }
            findings.report(
                "a plain \(Quoted.text(scalar.scalar.text)) is a truth value to many readers of YAML",
                at: scalar.location,
                within: scalar.declarations, hint: "put it in quotes", fix: scalar.quoting)
        }
    }

    /// The keys of values of enumerations, which are texts whatever they look like.
    private static let valueKeys: Set = [PropertyKey.values.name, EnumerationValueKey.value.name]

    /// The truth values of YAML 1.1 (yaml.org/type/bool.html) that are texts in YAML 1.2.
    private static let words: Set<String> = [
        "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF",
    ]
}
