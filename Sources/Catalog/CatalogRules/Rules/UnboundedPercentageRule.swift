import CatalogModel

/// A percentage has bounds.
enum UnboundedPercentageRule: LintRule {
    static let definition = RuleDefinition(
        "unbounded-percentage", .warning, "A percentage or ratio has a `minimum` and a `maximum`.",
        why: """
            Whether `0.5` is a half or half a percent shows only when a value is out of bounds. With both bounds the library reports
            the caller who got it wrong.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      discount_percent: { type: double, unit: '%', minimum: 0, maximum: 100, description: How much was taken off. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      1️⃣discount_percent: { type: double, unit: '%', minimum: 0, description: How much was taken off. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            switch property.property.type {
            case .int, .double: break
            default: continue
            }
            let meaning =
                UnitNames.meaning(ofUnitOf: property.property)
                ?? UnitNames.meaning(ofLastWordIn: property.words)
            guard meaning == .percent || meaning == .ratio else { continue }
            let constraints = property.property.constraints
            guard constraints.minimum == nil || constraints.maximum == nil else { continue }
            findings.report(
                "\(property.title) is a share of something, but has no "
                    + (constraints.minimum == nil ? "\"minimum\"" : "\"maximum\""), property)
        }
    }
}
