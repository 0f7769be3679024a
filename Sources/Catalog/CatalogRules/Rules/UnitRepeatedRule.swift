import CatalogModel

/// A name does not repeat the unit.
enum UnitRepeatedRule: LintRule {
    static let definition = RuleDefinition(
        "unit-repeated", .off, "A name does not repeat the property's unit.",
        why: """
            Off by default, for on the wire a name is all that most receivers see, and `duration_ms` tells them the unit. Switch it on
            where units travel beside the values, so that a unit can change without a new name.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      duration: { type: duration, unit: ms, description: How long it took. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      1️⃣duration_ms: { type: duration, unit: ms, description: How long it took. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            guard let named = UnitNames.meaning(ofLastWordIn: property.words),
                UnitNames.meaning(ofUnitOf: property.property) == named
            else { continue }
            findings.report(
                "\(property.title) repeats its unit \(Quoted.text(named.text))", property,
                hint: "expected \(Quoted.text(property.words.dropLast().joined(separator: "_")))")
        }
    }
}
