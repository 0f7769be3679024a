import CatalogModel
import DocumentTools
import SignalVocabulary

/// The first file: what the catalog is, and where to read on.
enum MarkdownIndex {
    /// The file.
    static func render(_ guide: CatalogGuide, hasChanges: Bool) -> RenderedFile {
        var writer = MarkdownWriter(title: guide.catalog.name + " " + guide.catalog.version)
        writer.line()
        if let description = guide.catalog.description { writer.prose(description) }
        writer.line(
            "[What every event carries](context.md) · [properties](glossary.md) · [personal data](personal-data.md)"
                + (hasChanges ? " · [what changed](changes.md)" : ""))
        writer.heading(2, "Events")
        writer.tableHead("domain", "event", "", "owner", "severity", "privacy", "status")
        for domain in guide.domains {
            let title =
                "[" + MarkdownWriter.text(domain.title) + "](" + MarkdownDocumentation.path(of: domain) + ")"
            for (index, entry) in guide.events[domain.events].enumerated() {
                writer.row(
                    index == 0 ? title : "", MarkdownDocumentation.link(to: entry, in: guide, root: ""),
                    MarkdownWriter.inline(Prose.summary(entry.event.description)),
                    MarkdownWriter.text(entry.event.owner ?? ""), entry.event.severity.name,
                    entry.isSensitive ? "**" + entry.sensitivity.rawValue + "**" : "",
                    entry.statuses.filter { $0 != .stable }.map(\.rawValue).joined(separator: ", "))
            }
        }
        if !guide.catalog.removed.isEmpty {
            writer.heading(2, "Removed events")
            writer.line("Their names are never used again.")
            writer.line()
            for tombstone in guide.catalog.removed {
                var text = "- " + MarkdownWriter.code(tombstone.name)
                if let since = tombstone.since { text += " since " + MarkdownWriter.text(since) }
                if let reason = tombstone.reason { text += ": " + MarkdownWriter.inline(reason) }
                writer.line(text)
            }
        }
        return RenderedFile(path: "README.md", text: writer.document)
    }
}
