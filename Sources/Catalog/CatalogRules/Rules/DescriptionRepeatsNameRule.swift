import CatalogModel

/// A description says more than the name.
enum DescriptionRepeatsNameRule: LintRule {
    static let definition = RuleDefinition(
        "description-repeats-name", .warning, "A description says more than the name in other letters.",
        why: """
            "The order id." is what everybody guessed from `order_id`. Say whose it is, who gives it out, what it is good for, or what
            it is not.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      order_id: { type: string, max_length: 36, description: 'The order, as the shop numbers it.' }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: 1️⃣Order placed.
                    properties:
                      order_id: { type: string, max_length: 36, description: 2️⃣The ID of the order. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for item in catalog.declarations {
            guard let description = item.declaration.description,
                DescriptionWords.repeats(description, item.words)
            else { continue }
            findings.report(
                message(description), item,
                at: catalog.location(of: DeclarationKey.description, at: item.declaration.location),
                hint: item.descriptionHint)
        }
        for property in catalog.properties
        where DescriptionWords.repeats(property.property.description, property.words) {
            findings.report(
                message(property.property.description), property,
                at: catalog.location(of: DeclarationKey.description, at: property.property.location),
                hint: "say what it means")
        }
    }

    private static func message(_ description: String) -> String {
        "the description \(Quoted.text(description)) only repeats the name"
    }
}
