import CatalogModel
import CatalogRules
import Recordings

extension FindingRule {
    /// All rules: those of the catalog, of comparisons, of recordings and of `status`.
    package static let all: [FindingRule] =
        RuleIndex.all.map { entry in
            FindingRule(
                name: entry.name, severity: entry.level == .error ? .error : .warning, summary: entry.summary,
                help: RuleGuide(entry).markdown)
        }
        + RecordingRule.allCases.map { rule in
            FindingRule(
                name: rule.rawValue, severity: rule.isWarning ? .warning : .error, summary: rule.summary,
                help: rule.summary)
        } + EventStatus.rules + ChangeFindings.rules

    /// The rule of that name, if there is one.
    package static func named(_ name: String) -> FindingRule? { table[name] }

    private static let table = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
}
