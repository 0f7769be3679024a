import CatalogModel

/// No event will be past its `expires` in the next days.
enum ExpiresSoonRule: LintRule {
    private static let days = RuleSetting.integer(
        "days", default: 30, in: 1...3_650, "How many days before the day the warning begins.")

    static let definition = RuleDefinition(
        "expires-soon", .warning, "No event will be past its `expires` within 30 days.",
        why: """
            The warning leaves time to decide before `expired` stops the build. The day that it is comes from `--today`; without
            that the rule says nothing.
            """,
        settings: [days], stage: .date,
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order., expires: 2027-02-01 }
                """),
            .invalid(
                """
                events:
                  order_placed: { description: A customer placed an order., expires: 1️⃣2027-01-31 }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        guard let today = catalog.today else { return }
        let limit = findings.integer(days)
        for item in catalog.declarations {
            guard let expires = item.declaration.expires.flatMap({ Day($0) }), expires >= today,
                expires.days(since: today) <= limit
            else { continue }
            let days = expires.days(since: today)
            findings.report(
                "\(item.title) expires "
                    + (days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"),
                item, at: catalog.location(of: DeclarationKey.expires, at: item.declaration.location))
        }
    }
}
