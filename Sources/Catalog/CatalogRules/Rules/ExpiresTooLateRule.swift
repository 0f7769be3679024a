import CatalogModel

/// No event has an `expires` that is further away than agreed.
enum ExpiresTooLateRule: LintRule {
    private static let days = RuleSetting.integer(
        "days", default: 730, in: 1...36_500, "How many days ahead the furthest day may be.")

    static let definition = RuleDefinition(
        "expires-too-late", .off, "No event has an `expires` more than two years ahead.",
        why: """
            Off by default, for not every team works with expiry. A day that nobody here will live to see at their desk is no promise to
            look again. The day that it is comes from `--today`; without that the rule says nothing.
            """,
        settings: [days], stage: .date,
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order., expires: 2028-12-31 }
                """),
            .invalid(
                """
                events:
                  order_placed: { description: A customer placed an order., expires: 1️⃣2029-01-01 }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        guard let today = catalog.today else { return }
        let limit = findings.integer(days)
        for item in catalog.declarations {
            guard let expires = item.declaration.expires.flatMap({ Day($0) }),
                expires.days(since: today) > limit
            else { continue }
            findings.report(
                "\(item.title) expires in \(expires.days(since: today)) days, "
                    + "more than \(limit)", item,
                at: catalog.location(of: DeclarationKey.expires, at: item.declaration.location))
        }
    }
}
