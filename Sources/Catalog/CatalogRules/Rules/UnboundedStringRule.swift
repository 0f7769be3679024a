import CatalogModel

/// Every string has an end.
enum UnboundedStringRule: LintRule {
    static let definition = RuleDefinition(
        "unbounded-string", .off, "Every `string` and list of them has a `max_length` or a `pattern`.",
        why: """
            Off by default. Where records are paid for by their size, or a table wants to know the width of a column, every string
            should say how long it can get.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      order_number: { type: string, max_length: 36, description: How the shop numbers it. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      1️⃣order_number: { type: string, description: How the shop numbers it. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            let type = property.property.type
            guard type == .string || type == .list(.string), property.property.constraints.pattern == nil,
                property.property.constraints.maxLength == nil
            else { continue }
            findings.report(
                "\(property.title) can be of any length", property, hint: "give it a \"max_length\"")
        }
    }
}
