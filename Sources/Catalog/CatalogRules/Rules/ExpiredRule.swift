import CatalogModel

/// No event is past its `expires`.
enum ExpiredRule: LintRule {
    static let definition = RuleDefinition(
        "expired", .error, "No event is past the day that its `expires` names.",
        why: """
            Somebody promised to look at the event again by that day. Remove it (and leave a tombstone in `removed:`), or give it a new
            day. The day that it is comes from `--today`; without that the rule says nothing, so that a build finds the same
            whenever it is run.
            """,
        stage: .date,
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order., expires: 2027-01-01 }
                """),
            .invalid(
                """
                events:
                  order_placed: { description: A customer placed an order., expires: 1️⃣2026-12-31 }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        guard let today = catalog.today else { return }
        for item in catalog.declarations {
            guard let expires = item.declaration.expires.flatMap({ Day($0) }), expires < today else {
                continue
            }
            let days = today.days(since: expires)
            findings.report(
                "\(item.title) expired \(days == 1 ? "one day" : "\(days) days") ago",
                item, at: catalog.location(of: DeclarationKey.expires, at: item.declaration.location),
                hint: "remove it, or give it a new day")
        }
    }
}
