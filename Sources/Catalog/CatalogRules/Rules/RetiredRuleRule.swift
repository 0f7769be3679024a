import CatalogModel

/// Settings and suppressions use the present names of rules.
enum RetiredRuleRule: LintRule {
    static let definition = RuleDefinition(
        "retired-rule", .warning, "`catalog.rules` and `suppress` use the present names of rules.",
        why: """
            Names of rules are kept: one that has been given up still works, and so do names that people know from other tools. The fix
            writes the present one.
            """,
        isFixable: true, isSuppressible: false,
        examples: [
            .valid(
                """
                catalog: { name: shop, version: 1.0.0, owner: checkout, rules: { unit-repeated: warning } }
                """),
            .invalid(
                """
                catalog: { name: shop, version: 1.0.0, owner: checkout, rules: { 1️⃣unit-in-name: warning } }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let places =
            catalog.catalog.rules.map { ($0.rule, $0.location) }
            + findings.suppressions.entries.map { ($0.suppression.rule, $0.suppression.location) }
        for (name, place) in places {
            guard let present = findings.known.retired[name] else { continue }
            findings.report(
                "the rule \(Quoted.text(name)) is called \(Quoted.text(present))", at: place,
                fix: catalog.renaming(name, at: place, to: present))
        }
    }
}
