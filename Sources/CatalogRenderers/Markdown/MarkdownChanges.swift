import CatalogComparison
import EventCatalog

/// What changed since another version of the catalog.
enum MarkdownChanges {
    /// The file.
    static func render(_ difference: CatalogDifference) -> RenderedFile {
        var writer = MarkdownWriter(title: "What changed")
        writer.line()
        writer.line(
            "From version " + MarkdownWriter.text(difference.oldVersion) + " to "
                + MarkdownWriter.text(difference.newVersion) + "."
                + (difference.isVersionTooLow
                    ? " The changes ask for " + MarkdownWriter.text(difference.suggestedVersion)
                        + " at least." : ""))
        writer.line()
        if difference.changes.isEmpty {
            writer.line("Nothing changed.")
        } else {
            writer.tableHead("", "whom it breaks", "what", "", "owners", "where")
            for change in difference.changes {
                writer.row(
                    change.level.rawValue, change.impacts.map(\.rawValue).joined(separator: ", "),
                    MarkdownWriter.code(change.subject), MarkdownWriter.inline(change.explanation),
                    MarkdownWriter.text(change.owners.joined(separator: ", ")),
                    MarkdownWriter.code((change.new ?? change.old ?? change.anchor).text))
            }
        }
        return RenderedFile(path: "changes.md", text: writer.document)
    }
}
