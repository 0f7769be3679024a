import CatalogModel

/// A suppression says why.
enum PlaceholderReasonRule: LintRule {
    static let definition = RuleDefinition(
        "placeholder-reason", .error,
        "A suppression or an approval gives a reason, and no placeholder for one.",
        why:
            "Either is a decision; whoever meets it later must be able to judge whether it still holds.",
        isSuppressible: false,
        examples: [
            .valid(
                """
                events:
                  order:
                    description: A customer placed an order.
                    suppress: { event-name: Dashboards have had this name since 2019. }
                """),
            .invalid(
                """
                events:
                  order:
                    description: A customer placed an order.
                    suppress: { event-name: 1️⃣TODO }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for entry in findings.suppressions.entries {
            guard Placeholders.isPlaceholder(entry.suppression.reason) else { continue }
            findings.report(
                "\(Quoted.text(entry.suppression.reason)) is no reason to suppress "
                    + Quoted.text(entry.suppression.rule),
                at: entry.suppression.reasonLocation, hint: "say why the rule does not hold here")
        }
        for approval in catalog.catalog.approvals where Placeholders.isPlaceholder(approval.reason) {
            findings.report(
                "\(Quoted.text(approval.reason)) is no reason to approve \(Quoted.text(approval.change))",
                at: approval.location, hint: "say why it may break what it breaks")
        }
    }
}
