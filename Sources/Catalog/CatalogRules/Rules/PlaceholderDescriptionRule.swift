import CatalogModel

/// A description is no placeholder.
enum PlaceholderDescriptionRule: LintRule {
    static let definition = RuleDefinition(
        "placeholder-description", .warning, "A description is no placeholder such as `TODO` or `N/A`.",
        why: """
            Descriptions are what code completion, the documentation and the person on call show. A placeholder looks like an answer
            there. The rule holds for events, properties, groups, enum values and the catalog itself.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: 1️⃣TODO
                    properties:
                      is_gift: { type: bool, description: 2️⃣'tbd: ask the shop' }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for item in catalog.declarations {
            guard let description = item.declaration.description, Placeholders.isPlaceholder(description)
            else { continue }
            findings.report(
                message(description), item,
                at: catalog.location(of: DeclarationKey.description, at: item.declaration.location),
                hint: item.descriptionHint)
        }
        for property in catalog.properties {
            let place = property.property.location
            if Placeholders.isPlaceholder(property.property.description) {
                findings.report(
                    message(property.property.description), property,
                    at: catalog.location(of: DeclarationKey.description, at: place), hint: "say what it means"
                )
            }
            guard case .enumeration(let enumeration) = property.property.type else { continue }
            for value in enumeration.values {
                guard let description = value.description, Placeholders.isPlaceholder(description) else {
                    continue
                }
                findings.report(
                    message(description) + " of the value \(Quoted.text(value.rawValue))", property,
                    at: catalog.location(of: PropertyKey.values, at: place),
                    hint: "say what it means, or nothing")
            }
        }
        if let description = catalog.catalog.description, Placeholders.isPlaceholder(description) {
            findings.report(
                message(description),
                at: catalog.location(of: DeclarationKey.description, at: catalog.catalog.location))
        }
    }

    private static func message(_ description: String) -> String {
        "\(Quoted.text(description)) is a placeholder, not a description"
    }
}
