import CatalogModel
import DocumentTools

/// The inventory of personal data.
enum MarkdownPersonalData {
    /// The file.
    static func render(_ guide: CatalogGuide) -> RenderedFile {
        let inventory = PersonalDataInventory(guide)
        var writer = MarkdownWriter(title: "Personal data")
        writer.line()
        writer.line(
            "What the catalog declares as personal or secret, and what becomes of it before it leaves the calling function."
        )
        table(inventory.declared, guide, &writer)
        writer.heading(2, "Treated as a precaution")
        writer.line("Not declared as personal; it may hold it all the same.")
        table(inventory.treated, guide, &writer)
        return RenderedFile(path: "personal-data.md", text: writer.document)
    }

    private static func table(
        _ items: [PersonalDataInventory.Item], _ guide: CatalogGuide, _ writer: inout MarkdownWriter
    ) {
        writer.line()
        if items.isEmpty { return writer.line("Nothing.") }
        writer.tableHead(
            "property", "type", "privacy", "what is written", "", "kept for up to", "where", "defined in")
        for item in items {
            writer.row(
                MarkdownWriter.code(item.property.name), MarkdownWriter.text(item.property.typeText),
                MarkdownDocumentation.privacy(of: item.property), item.property.treatmentText ?? "",
                MarkdownWriter.inline(item.property.description), guide.retention(of: item) ?? "",
                item.isContext
                    ? "all events, from the [context](context.md)"
                    : MarkdownDocumentation.links(to: item.events, in: guide, root: "", most: 12),
                MarkdownWriter.code(item.property.location.text))
        }
    }
}
