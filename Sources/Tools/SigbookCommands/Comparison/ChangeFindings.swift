import CatalogComparison
import CatalogModel

/// Changes of a catalog as findings, for annotations and code scanning.
enum ChangeFindings {
    /// The rules that changes and approvals give as findings, the kinds of changes being rules.
    static let rules =
        ChangeKind.allCases.map {
            FindingRule(name: $0.rawValue, severity: .error, summary: $0.summary, help: $0.summary)
        }
        + [
            ("approval-unused", "An approval names a change that is there and breaks somebody."),
            ("approval-ambiguous", "An approval is for one change."),
            ("approval-expired", "An approval has not ended."),
            ("approval-not-dated", "Who compares catalogs with approvals says what day it is."),
        ].map { FindingRule(name: $0.0, severity: .warning, summary: $0.1, help: $0.1) }

    /// What breaks somebody, and what is to be said about approvals. Changes that break nobody are left out.
    static func diagnostics(of difference: CatalogDifference, _ advice: ApprovalAdvice) -> [Diagnostic] {
        difference.changes.filter { $0.level != .safe }.map { diagnostic($0, advice) } + difference.findings
    }

    private static func diagnostic(_ change: CatalogChange, _ advice: ApprovalAdvice) -> Diagnostic {
        var message = change.explanation
        message += " (breaks " + change.impacts.map { $0.rawValue.uppercased() }.joined(separator: ", ")
        if !change.owners.isEmpty { message += " of " + ChangeSummary.owners(of: change) }
        if let old = change.old { message += "; before: \(old.path):\(old.line)" }
        message += ")"
        if let approval = change.approval { message += ", approved until \(approval.until)" }
        return Diagnostic(
            change.isBlocking ? .error : change.approval == nil ? .warning : .note,
            rule: change.kind.rawValue,
            message, at: change.anchor,
            hint: change.isBlocking ? "to let it pass, " + advice.step(for: change) : nil)
    }
}
