import CatalogModel

/// Every event has an owner.
enum MissingOwnerRule: LintRule {
    static let definition = RuleDefinition(
        "missing-owner", .warning, "Every event has an owner, its own or the catalog's.",
        why: """
            Somebody has to answer when the event stops coming, or when somebody wants it changed. Give the event an `owner`, or
            the catalog one for all events that name none.
            """,
        examples: [
            .valid(
                """
                catalog: { name: shop, version: 1.0.0, owner: checkout }
                events:
                  order_placed: { description: A customer placed an order. }
                """),
            .invalid(
                """
                catalog: { name: shop, version: 1.0.0 }
                events:
                  1️⃣order_placed: { description: A customer placed an order. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for event in catalog.events {
            if let owner = event.event.owner {
                // The catalog's own is nobody's of this event in particular, so it is reported once, below.
                guard owner != catalog.catalog.owner, Placeholders.isPlaceholder(owner) else { continue }
                findings.report(
                    "the owner \(Quoted.text(owner)) of the event \(Quoted.text(event.event.name)) is a placeholder",
                    event, at: catalog.location(of: DeclarationKey.owner, at: event.event.location))
            } else {
                findings.report(
                    "the event \(Quoted.text(event.event.name)) has no owner", event,
                    hint: "give it an \"owner\", or the catalog one for all events")
            }
        }
        if let owner = catalog.catalog.owner, Placeholders.isPlaceholder(owner) {
            findings.report(
                "the owner \(Quoted.text(owner)) of the catalog is a placeholder",
                at: catalog.location(of: DeclarationKey.owner, at: catalog.catalog.location))
        }
    }
}
