import CatalogModel
import SignalVocabulary
import YAMLLite

/// Settings and suppressions name rules that exist.
enum UnknownRuleRule: LintRule {
    static let definition = RuleDefinition(
        "unknown-rule", .error, "`catalog.rules` and `suppress` name rules that exist.",
        why:
            "A misspelt name switches nothing off and nothing on, and nobody notices. `sigbook rules` lists the names.",
        isFixable: true, isSuppressible: false,
        examples: [
            .valid(
                """
                catalog: { name: shop, version: 1.0.0, rules: { missing-owner: off } }
                """),
            .invalid(
                """
                catalog: { name: shop, version: 1.0.0, owner: checkout, rules: { 1️⃣mising-owner: off } }
                events:
                  order_placed:
                    description: A customer placed an order.
                    suppress: { 2️⃣all-the-rules: The shop wants it so. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let places =
            catalog.catalog.rules.map { ($0.rule, $0.location) }
            + findings.suppressions.entries.map { ($0.suppression.rule, $0.suppression.location) }
        for (name, place) in places where !findings.known.contain(name) {
            let nearest = findings.suggestions.nearest(to: name, among: findings.known.names)
            findings.report(
                "there is no rule \(Quoted.text(name))", at: place,
                hint: nearest.map { "did you mean \(Quoted.text($0))?" } ?? "\"sigbook rules\" lists them",
                fix: nearest.flatMap { catalog.renaming(name, at: place, to: $0) })
        }
    }
}
