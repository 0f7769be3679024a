import CatalogModel

/// Every event says which version of the catalog brought it.
enum MissingSinceRule: LintRule {
    static let definition = RuleDefinition(
        "missing-since", .off, "Every event says which version of the catalog brought it.",
        why: """
            Off by default, for a catalog of one version knows no other. With `since` a reader of old records knows whether an event was
            rare then or did not exist.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order., since: 1.2.0 }
                """),
            .invalid(
                """
                events:
                  1️⃣order_placed: { description: A customer placed an order. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for event in catalog.events where event.event.since == nil {
            findings.report("the event \(Quoted.text(event.event.name)) has no \"since\"", event)
        }
    }
}
