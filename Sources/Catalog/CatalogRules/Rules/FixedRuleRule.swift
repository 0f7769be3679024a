import CatalogModel

/// What gives a catalog its meaning cannot be switched off.
enum FixedRuleRule: LintRule {
    static let definition = RuleDefinition(
        "fixed-rule", .error,
        "`catalog.rules` and `suppress` leave alone the checks that every catalog must pass.",
        why: """
            Without these checks, such as `duplicate-name` and everything that begins with `yaml-`, a catalog would have no meaning, or
            several, and no Swift could be made from it. They are always errors; setting or suppressing them has no effect.
            """,
        isSuppressible: false,
        examples: [
            .valid(
                """
                catalog: { name: shop, version: 1.0.0, rules: { missing-owner: error } }
                """),
            .invalid(
                """
                catalog: { name: shop, version: 1.0.0, owner: checkout, rules: { 1️⃣duplicate-name: off } }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let places =
            catalog.catalog.rules.map { ($0.rule, $0.location) }
            + findings.suppressions.entries.map { ($0.suppression.rule, $0.suppression.location) }
        for (name, place) in places {
            guard findings.known.contain(name), findings.known.definition(of: name) == nil else { continue }
            findings.report(
                "every catalog must pass the check \(Quoted.text(name)); it cannot be changed or suppressed",
                at: place,
                hint: "take the line out")
        }
    }
}
