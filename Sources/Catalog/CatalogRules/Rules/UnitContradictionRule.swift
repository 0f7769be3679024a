import CatalogModel

/// A name that says a unit says the property's own.
enum UnitContradictionRule: LintRule {
    static let definition = RuleDefinition(
        "unit-contradiction", .error, "A name that ends with a unit ends with the property's own.",
        why: """
            `wait_ms` in seconds is off by a thousand in every query that believes the name. Change the unit, or the name. Words
            with a second meaning (`min`, `d`, `b`) are not taken for units.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      wait_ms: { type: duration, unit: ms, description: How long it waited. }
                      discount_percent: { type: double, unit: '%', description: How much was taken off. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      wait_ms: { type: duration, unit: 1️⃣s, description: How long it waited. }
                      size_kb: { type: bytes, unit: 2️⃣KiB, description: How large it is. }
                      discount_percent: { type: double, unit: 3️⃣ratio, description: How much was taken off. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            guard let named = UnitNames.meaning(ofLastWordIn: property.words),
                let unit = UnitNames.meaning(ofUnitOf: property.property), named != unit,
                let word = property.words.last
            else { continue }
            let place = property.property.location
            findings.report(
                "\(property.title) is in \(Quoted.text(property.property.unit ?? unit.text)), but its name ends with \(Quoted.text(word))",
                property, at: catalog.location(of: PropertyKey.unit, at: place),
                hint: "expected the unit \(Quoted.text(named.text)), or another name")
        }
    }
}
