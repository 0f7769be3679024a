import CatalogModel

/// No two properties of the catalog have names that are nearly the same.
enum SimilarPropertyNamesRule: LintRule {
    static let definition = RuleDefinition(
        "similar-property-names", .warning,
        "No two properties of the catalog have names that are nearly the same.",
        why: """
            What is one thing should have one name on every event, or nobody can ask for it across events: `retry_count` here
            and `retries_count` there are two columns. Names are alike when they have the same words in any order, or differ in
            one letter of one word of at least four letters; numbers may differ.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      item_count: { type: int, description: How many items it has. }
                  order_sent:
                    description: An order left the house.
                    properties:
                      item_count: { type: int, description: How many items it has. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      item_count: { type: int, description: How many items it has. }
                  order_sent:
                    description: An order left the house.
                    properties:
                      1️⃣items_count: { type: int, description: How many items it has. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        var seen: Set<String> = []
        let properties = catalog.properties.filter { seen.insert($0.property.name).inserted }
        for pair in SimilarNames.pairs(properties.map { ($0.property.name, $0.words) }) {
            let (first, second) = (properties[pair.first], properties[pair.second])
            findings.report(
                "the property name \(Quoted.text(second.property.name)) is nearly "
                    + "\(Quoted.text(first.property.name)), which \(pair.reason)", second,
                notes: [Diagnostic.Note("the other one is here", at: first.property.location)])
        }
    }
}
