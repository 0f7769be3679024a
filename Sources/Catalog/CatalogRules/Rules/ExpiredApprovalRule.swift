import CatalogModel

/// No approval of a breaking change is past its day.
enum ExpiredApprovalRule: LintRule {
    static let definition = RuleDefinition(
        "expired-approval", .warning,
        "No approval of a breaking change is past the day that its `until` names.",
        why: """
            An approval lets one breaking change pass until a day. After that it does nothing but look as if it did. Take it out, or
            agree on a new day. The day that it is comes from `--today`; without that the rule says nothing.
            """,
        isSuppressible: false, stage: .date,
        examples: [
            .valid(
                """
                catalog:
                  name: shop
                  version: 2.0.0
                  owner: checkout
                  approvals:
                    - { change: event-removed order_made, until: 2027-01-01, reason: Nobody reads it any more. }
                """),
            .invalid(
                """
                catalog:
                  name: shop
                  version: 2.0.0
                  owner: checkout
                  approvals:
                    - { change: 1️⃣event-removed order_made, until: 2026-12-31, reason: Nobody reads it any more. }
                """),
        ])

    static func hasDates(_ catalog: CheckedCatalog) -> Bool { !catalog.catalog.approvals.isEmpty }

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        guard let today = catalog.today else { return }
        for approval in catalog.catalog.approvals {
            guard let until = Day(approval.until), until < today else { continue }
            findings.report(
                "the approval of \(Quoted.text(approval.change)) ended on \(until)", at: approval.location,
                hint: "take it out, or agree on a new day")
        }
    }
}
