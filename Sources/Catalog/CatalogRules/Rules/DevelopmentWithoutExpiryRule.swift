import CatalogModel

/// An event that is still being developed says until when.
enum DevelopmentWithoutExpiryRule: LintRule {
    static let definition = RuleDefinition(
        "development-without-expiry", .off, "An event of `stability: development` has an `expires`.",
        why:
            "Off by default. What is tried out is forgotten most easily; a day makes sure that somebody looks again.",
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order., stability: development, expires: 2027-06-30 }
                """),
            .invalid(
                """
                events:
                  1️⃣order_placed: { description: A customer placed an order., stability: development }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for item in catalog.declarations
        where item.declaration.stability == .development && item.declaration.expires == nil {
            findings.report(
                "\(item.title) is in development, but has no \"expires\"", item)
        }
    }
}
