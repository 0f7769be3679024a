import CatalogComparison
import EventCatalog

/// A difference of catalogs as GitHub-flavoured Markdown, for a comment on a pull request.
enum ChangeMarkdown {
    /// The text, ended by a line feed.
    static func text(of difference: CatalogDifference, _ advice: ApprovalAdvice) -> String {
        let summary = ChangeSummary(difference: difference)
        var text = "### Signal catalog: \(summary.counts)\n"
        if let version = summary.version { text += "\n\(sentence(version)).\n" }
        let shown = difference.changes.filter { $0.level != .safe }
        if !shown.isEmpty {
            text += "\n| breaks | change | owner | where |\n|---|---|---|---|\n"
            for change in shown { text += row(change) }
        }
        if !advice.isEmpty {
            text += "\n\(sentence(advice.sentence))\n\n"
            text += "```yaml\n" + advice.lines().joined(separator: "\n") + "\n```\n"
        }
        let safe = difference.changes.filter { $0.level == .safe }
        if !safe.isEmpty {
            text += "\n<details><summary>\(safe.count) safe</summary>\n\n"
            for change in safe { text += "- \(code(change.id)): \(escaped(change.explanation))\n" }
            text += "\n</details>\n"
        }
        if !difference.findings.isEmpty { text += "\n" }
        for finding in difference.findings {
            text += "- **\(finding.severity.rawValue)**: \(escaped(finding.message))"
            text += finding.hint.map { "; \(escaped($0))" } ?? ""
            text += finding.location.map { " (\(code("\($0.path):\($0.line)")))\n" } ?? "\n"
        }
        return text
    }

    /// Our own words as the beginning of a paragraph.
    private static func sentence(_ text: String) -> String {
        escaped(text.prefix(1).uppercased() + text.dropFirst())
    }

    private static func row(_ change: CatalogChange) -> String {
        let breaks = ChangeSummary.impacts(of: change, separator: ", ").uppercased()
        var what = "\(code(change.id))<br>\(escaped(change.explanation))"
        if let events = ChangeSummary.events(of: change) { what += "<br>\(escaped(events))" }
        if let approval = change.approval {
            what += "<br>approved until \(approval.until): \(escaped(Quoted.escaped(approval.reason)))"
        }
        return "| \(change.isBlocking ? "**\(breaks)**" : breaks) | \(what) | "
            + "\(escaped(ChangeSummary.owners(of: change))) | \(code(ChangeSummary.place(of: change))) |\n"
    }

    /// Text that shows as itself, in a table too.
    private static func escaped(_ text: String) -> String {
        let scalars = Array(Quoted.escaped(text).unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "_" where isInWord(scalars, index): result += "_"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!": result += "\\\(scalar)"
            case "@": result += "&#64;"  // Nobody is notified because a catalog says so.
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a character stands between letters or digits, where `_` begins no emphasis.
    private static func isInWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index > 0, index + 1 < scalars.count else { return false }
        return scalars[index - 1].properties.isAlphabetic && scalars[index + 1].properties.isAlphabetic
    }

    /// Text as code. Not between backticks, which the text may have itself.
    private static func code(_ text: String) -> String { "<code>\(escaped(text))</code>" }
}
