import CatalogModel
import YAMLLite

/// An example is a value that the property may have.
enum InvalidExampleRule: LintRule {
    static let definition = RuleDefinition(
        "invalid-example", .error, "An `example` has the property's type and keeps its constraints.",
        why: """
            Examples are shown in the documentation and copied from there. One that the library would refuse teaches everybody the
            wrong thing. The examples of lists are not looked at.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      voucher_code: { type: string, pattern: '[A-Z]{4}', example: GIFT, description: The voucher that was handed in. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      voucher_code: { type: string, pattern: '[A-Z]{4}', example: 1️⃣gift, description: The voucher that was handed in. }
                      item_count: { type: int, minimum: 1, example: 2️⃣0, description: How many items it has. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties where property.property.example != nil {
            guard let node = catalog.value(of: PropertyKey.example, at: property.property.location),
                let scalar = node.scalar, let complaint = property.property.complaint(about: scalar)
            else { continue }
            findings.report(
                "the example \(Quoted.text(scalar.text)) \(complaint.message)", property,
                at: SourceLocation(node, in: property.property.location.path), hint: complaint.hint)
        }
    }
}
