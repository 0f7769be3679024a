import CatalogRules
package import CatalogModel
import Recordings

/// What is known of a rule besides its findings.
package struct FindingRule: Sendable {
    /// Its stable name.
    package var name: String
    /// How bad its findings are unless the catalog says otherwise.
    package var severity: Diagnostic.Severity
    /// What it asks for, in one sentence.
    package var summary: String
    /// What its users should know, in Markdown that reads well as plain text.
    package var help: String

    /// A rule with the given parts.
    package init(name: String, severity: Diagnostic.Severity, summary: String, help: String) {
        self.name = name
        self.severity = severity
        self.summary = summary
        self.help = help
    }

    /// All rules that have a name: those of the catalog, of comparisons, of recordings and of `status`.
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
