import CatalogModel

/// A suppression suppresses something.
enum UnusedSuppressionRule: LintRule {
    static let definition = RuleDefinition(
        "unused-suppression", .warning, "A suppression suppresses something.",
        why: """
            One that is not needed any more would hide the next finding, for which nobody gave a reason. The fix takes it out. Suppressions
            of rules that were not run, because they are off or nobody said which day it is, are let be.
            """,
        isFixable: true, isSuppressible: false, stage: .suppressions,
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
                  order_placed:
                    description: A customer placed an order.
                    suppress:
                      1️⃣event-name: Dashboards have had this name since 2019.
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for entry in findings.suppressions.entries where !entry.isUsed {
            let name = findings.known.presentName(of: entry.suppression.rule)
            guard findings.suppressions.rules.contains(name), name != definition.name else { continue }
            let place = entry.suppression.location
            findings.report(
                "\(Quoted.text(entry.suppression.rule)) finds nothing to suppress here", at: place,
                fix: EntryRemoval(catalog, place).fix(title: "take the suppression out"))
        }
    }
}
