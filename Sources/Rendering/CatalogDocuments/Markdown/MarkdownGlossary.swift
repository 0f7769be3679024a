import CatalogModel
import DocumentTools

/// Every name of a property, with what it means where.
enum MarkdownGlossary {
    /// The file.
    static func render(_ guide: CatalogGuide) -> RenderedFile {
        var writer = MarkdownWriter(title: "Properties")
        writer.line()
        writer.tableHead("property", "type", "privacy", "", "events")
        for entry in guide.glossary {
            for (index, meaning) in entry.meanings.enumerated() {
                writer.row(
                    index == 0 ? MarkdownWriter.code(entry.name) : "",
                    MarkdownWriter.text(meaning.property.typeText),
                    MarkdownDocumentation.privacy(of: meaning.property),
                    MarkdownWriter.inline(meaning.property.description),
                    meaning.isContext
                        ? "all, from the [context](context.md)"
                        : MarkdownDocumentation.links(to: meaning.events, in: guide, root: "", most: 12))
            }
        }
        return RenderedFile(path: "glossary.md", text: writer.document)
    }
}
