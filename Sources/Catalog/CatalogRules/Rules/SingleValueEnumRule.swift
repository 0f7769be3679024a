import CatalogModel

/// An enumeration has something to choose from.
enum SingleValueEnumRule: LintRule {
    static let definition = RuleDefinition(
        "single-value-enum", .warning, "A closed enumeration has at least two values.",
        why: """
            A property that always has the same value tells nothing. List the other values, make it `open: true` if they are not
            known yet, or leave the property out.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      channel: { type: enum, open: true, values: [web], description: How it came in. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      channel: { type: enum, values: 1️⃣[web], description: How it came in. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            guard case .enumeration(let enumeration) = property.property.type, !enumeration.isOpen,
                enumeration.values.count == 1, let value = enumeration.values.first
            else { continue }
            findings.report(
                "\(property.title) can only be \(Quoted.text(value.rawValue))", property,
                at: catalog.location(of: PropertyKey.values, at: property.property.location),
                hint: "list the other values, or say \"open: true\"")
        }
    }
}
