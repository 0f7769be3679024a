import CatalogModel
import DocumentTools

/// What every event carries.
enum MarkdownContext {
    /// The file.
    static func render(_ guide: CatalogGuide) -> RenderedFile {
        var writer = MarkdownWriter(title: "Context")
        writer.line()
        writer.line(
            "Every event carries these from the surrounding scope; no call passes them. One that is not set is written as `null`, unless it has a default."
        )
        writer.line()
        if guide.catalog.context.isEmpty {
            writer.line("This catalog has no context.")
        } else {
            writer.tableHead(
                "property", "type", "constraints", "privacy", "default", "variable", "ties together", "")
            for context in guide.catalog.context {
                let property = context.property
                writer.row(
                    MarkdownWriter.code(property.name), MarkdownWriter.text(property.typeText),
                    MarkdownDocumentation.constraints(of: property),
                    MarkdownDocumentation.privacy(of: property),
                    context.defaultValue.map(MarkdownWriter.code) ?? "",
                    context.variable.map(MarkdownWriter.code) ?? "",
                    context.role.map { "one " + $0.rawValue } ?? "",
                    MarkdownWriter.inline(property.description))
            }
        }
        return RenderedFile(path: "context.md", text: writer.document)
    }
}
