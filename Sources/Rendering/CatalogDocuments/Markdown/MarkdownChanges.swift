package import CatalogComparison
import CatalogModel
import DocumentTools

/// What changed since another version of the catalog: a page of the documentation, and a comment on a pull request.
package enum MarkdownChanges {
    /// The page.
    static func render(_ difference: CatalogDifference) -> RenderedFile {
        var writer = MarkdownWriter(title: "What changed")
        writer.line()
        writer.line(
            "From version " + MarkdownWriter.text(difference.oldVersion) + " to "
                + MarkdownWriter.text(difference.newVersion) + ": "
                + MarkdownWriter.text(ChangeSummary(difference).counts) + ".")
        writeVersion(difference, to: &writer)
        writeTable(difference, to: &writer)
        writeSafe(difference, to: &writer)
        return RenderedFile(path: "changes.md", text: writer.document)
    }

    /// The comment, ended by a line feed.
    ///
    /// - Parameter advice: what to do to let it pass, and the lines, of YAML or JSON, that do it; nil where nothing needs to be done.
    package static func comment(
        on difference: CatalogDifference, advice: (sentence: String, lines: [String], language: String)?
    ) -> String {
        var writer = MarkdownWriter()
        writer.line("### Signal catalog: " + MarkdownWriter.text(ChangeSummary(difference).counts))
        writeVersion(difference, to: &writer)
        writeTable(difference, to: &writer)
        if let advice {
            writer.line()
            writer.line(sentence(advice.sentence))
            if !advice.lines.isEmpty {
                writer.line()
                writer.fence(advice.lines.joined(separator: "\n"), language: advice.language)
            }
        }
        writeSafe(difference, to: &writer)
        if !difference.findings.isEmpty { writer.line() }
        for finding in difference.findings {
            writer.line(
                "- **\(finding.severity.rawValue)**: \(MarkdownWriter.text(finding.message))"
                    + (finding.hint.map { "; " + MarkdownWriter.text($0) } ?? "")
                    + (finding.location.map { " (" + MarkdownWriter.code("\($0.path):\($0.line)") + ")" }
                        ?? ""))
        }
        return writer.document
    }

    private static func writeVersion(_ difference: CatalogDifference, to writer: inout MarkdownWriter) {
        guard let version = ChangeSummary(difference).version else { return }
        writer.line()
        writer.line(sentence(version) + ".")
    }

    /// What breaks somebody, or nearly.
    private static func writeTable(_ difference: CatalogDifference, to writer: inout MarkdownWriter) {
        let shown = difference.changes.filter { $0.level != .safe }
        if shown.isEmpty { return }
        writer.line()
        writer.tableHead("breaks", "change", "owner", "where")
        for change in shown {
            let breaks = ChangeSummary.impacts(of: change, separator: ", ").uppercased()
            var what = [MarkdownWriter.code(change.id), MarkdownWriter.text(change.explanation)]
            if let events = ChangeSummary.events(of: change) { what.append(MarkdownWriter.text(events)) }
            if let approval = change.approval {
                what.append("approved until \(approval.until): \(MarkdownWriter.text(approval.reason))")
            }
            writer.row(
                change.isBlocking ? "**\(breaks)**" : breaks, what.joined(separator: "<br>"),
                MarkdownWriter.text(ChangeSummary.owners(of: change)),
                MarkdownWriter.code(ChangeSummary.place(of: change)))
        }
    }

    /// What breaks nobody, folded.
    private static func writeSafe(_ difference: CatalogDifference, to writer: inout MarkdownWriter) {
        let safe = difference.changes.filter { $0.level == .safe }
        if safe.isEmpty { return }
        writer.line("\n<details><summary>\(safe.count) safe</summary>\n")
        for change in safe {
            writer.line(
                "- " + MarkdownWriter.code(change.id) + ": " + MarkdownWriter.text(change.explanation))
        }
        writer.line("\n</details>")
    }

    /// Our own words as the beginning of a sentence.
    private static func sentence(_ text: String) -> String {
        MarkdownWriter.text(text.prefix(1).uppercased() + text.dropFirst())
    }
}
