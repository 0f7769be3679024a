import CatalogModel
import DocumentTools

/// What every event carries.
enum ContextPage {
    /// The page.
    static func render(_ frame: SiteFrame) -> RenderedFile {
        let catalog = frame.guide.catalog
        return frame.page(SiteFrame.Page.context.path, title: SiteFrame.Page.context.title) { html in
            html.element("p", .class("lead")) { html in
                html.literal(
                    "Every event carries these from the surrounding scope; no call passes them. One that is not set is written as "
                )
                html.element("code") { $0.literal("null") }
                html.literal(", unless it has a default.")
            }
        } content: { html in
            guard !catalog.context.isEmpty else {
                return html.element("p", .class("note")) { $0.literal("This catalog has no context.") }
            }
            if let place = catalog.contextLocation {
                html.element("p", .class("note")) { html in
                    html.literal("Defined in ")
                    html.element("code", text: place.text)
                }
            }
            html.element("ul", .class("properties")) { html in
                for context in catalog.context {
                    PropertyItem(
                        property: context.property, id: context.property.name, root: "", context: context
                    ).write(&html)
                }
            }
        }
    }
}
