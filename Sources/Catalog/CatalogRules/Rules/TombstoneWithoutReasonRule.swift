import CatalogModel

/// A removed event says why it is gone.
enum TombstoneWithoutReasonRule: LintRule {
    static let definition = RuleDefinition(
        "tombstone-without-reason", .warning, "A removed event or property says why it is gone.",
        why: """
            The tombstone is all that is left for those who find the event in old records, or look for it in vain in new ones.
            """,
        isSuppressible: false,
        examples: [
            .valid(
                """
                removed:
                  order_made: { since: 2.0.0, reason: The shop says placed; use order_placed. }
                """),
            .invalid(
                """
                removed:
                  1️⃣order_made: { since: 2.0.0 }
                events:
                  order_placed:
                    description: A customer placed an order.
                    removed: { 2️⃣colour: { since: 2.0.0, reason: TODO } }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        report("event", catalog.catalog.removed, &findings)
        for item in catalog.declarations where !item.declaration.removed.isEmpty {
            report("property", item.declaration.removed, &findings)
        }
    }

    private static func report(_ kind: String, _ tombstones: [Tombstone], _ findings: inout RuleFindings) {
        for tombstone in tombstones where tombstone.reason.map(Placeholders.isPlaceholder) ?? true {
            findings.report(
                "the removed \(kind) \(Quoted.text(tombstone.name)) does not say why it is gone",
                at: tombstone.location, hint: "give it a \"reason\"")
        }
    }
}
