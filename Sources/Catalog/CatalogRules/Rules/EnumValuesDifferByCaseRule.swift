import CatalogModel

/// No two values of an enumeration differ by case only.
enum EnumValuesDifferByCaseRule: LintRule {
    static let definition = RuleDefinition(
        "enum-case-only-difference", .error, "No two values of an enumeration differ by case only.",
        why: """
            Many receivers fold case, and then the two are one; those that do not show two rows which everybody takes for a
            mistake. Keep one of them.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      channel: { type: enum, values: [web, app], description: How it came in. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      channel:
                        type: enum
                        values: 1️⃣[web, { value: Web, name: oldWeb }]
                        description: How it came in.
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            guard case .enumeration(let enumeration) = property.property.type else { continue }
            var seen: [String: String] = [:]
            for value in enumeration.values {
                let folded = value.rawValue.lowercased()
                guard let first = seen[folded] else {
                    seen[folded] = value.rawValue
                    continue
                }
                findings.report(
                    "the values \(Quoted.text(first)) and \(Quoted.text(value.rawValue)) of "
                        + "\(Quoted.text(property.property.name)) differ by case only", property,
                    at: catalog.location(of: PropertyKey.values, at: property.property.location))
            }
        }
    }
}
