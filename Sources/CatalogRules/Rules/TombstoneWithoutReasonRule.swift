import EventCatalog

/// A removed event says why it is gone.
enum TombstoneWithoutReasonRule: LintRule {
    static let definition = RuleDefinition(
        "tombstone-without-reason", .warning, "A removed event says why it is gone.",
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
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for tombstone in catalog.catalog.removed
        where tombstone.reason.map(Placeholders.isPlaceholder) ?? true {
            findings.report(
                "the removed event \(Quoted.text(tombstone.name)) does not say why it is gone",
                at: tombstone.location,
                hint: "give it a \"reason\"")
        }
    }
}
