import CatalogModel
import SignalVocabulary

/// Settings of rules exist and have values that they accept.
enum InvalidSettingRule: LintRule {
    static let definition = RuleDefinition(
        "invalid-setting", .error,
        "The settings of rules in `catalog.rules` exist, and have values that they accept.",
        why:
            "What cannot be understood is not applied: the rule then works with its default. `sigbook explain RULE` lists the settings of a rule.",
        isFixable: true, isSuppressible: false,
        examples: [
            .valid(
                """
                catalog: { name: shop, version: 1.0.0, owner: checkout, rules: { event-name: { maximum_words: 4 } } }
                """),
            .invalid(
                """
                catalog:
                  name: shop
                  version: 1.0.0
                  owner: checkout
                  rules:
                    event-name: { 1️⃣maximum_word: 4, minimum_words: 2️⃣99 }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for configuration in catalog.catalog.rules {
            guard let rule = findings.known.definition(of: configuration.rule) else { continue }
            for given in configuration.settings {
                guard let setting = rule.settings.first(where: { $0.name == given.name }) else {
                    report(given, of: rule, catalog, &findings)
                    continue
                }
                guard let complaint = setting.complaint(about: given.value) else { continue }
                findings.report("\(Quoted.text(given.name)) \(complaint)", at: given.valueLocation)
            }
        }
    }

    private static func report(
        _ given: RuleConfiguration.Setting, of rule: RuleDefinition, _ catalog: CheckedCatalog,
        _ findings: inout RuleFindings
    ) {
        let names = rule.settings.map(\.name)
        let nearest = findings.suggestions.nearest(to: given.name, among: names + ["level"])
        findings.report(
            "the rule \(Quoted.text(rule.name)) has no setting \(Quoted.text(given.name))",
            at: given.location,
            hint: nearest.map { "did you mean \(Quoted.text($0))?" }
                ?? (names.isEmpty ? "it only has a \"level\"" : "expected \(Quoted.list(["level"] + names))"),
            fix: nearest.flatMap { catalog.renaming(given.name, at: given.location, to: $0) })
    }
}
