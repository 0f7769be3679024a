import DocumentTools
import SignalVocabulary
import CatalogModel

/// The inventory of personal data: what is collected, how it is treated, and where.
enum PersonalDataPage {
    /// The page.
    static func render(_ frame: SiteFrame) -> RenderedFile {
        let inventory = PersonalDataInventory(frame.guide)
        return frame.page(
            SiteFrame.Page.personalData.path, title: SiteFrame.Page.personalData.title, capacity: 1 << 18
        ) { html in
            html.element("p", .class("lead")) { html in
                html.literal(
                    "What the catalog declares as personal or secret, and what becomes of it before it leaves the calling function."
                )
            }
        } content: { html in
            section("Personal and secret", "site:declared", inventory.declared, frame, &html)
            html.element("p", .class("note")) { html in
                html.literal(
                    "The following is not declared as personal and may hold it all the same, which is why it is treated as well."
                )
            }
            section("Treated as a precaution", "site:treated", inventory.treated, frame, &html)
        }
    }

    private static func section(
        _ title: StaticString, _ id: String, _ items: [PersonalDataInventory.Item], _ frame: SiteFrame,
        _ html: inout HTMLWriter
    ) {
        html.element("h2", .id(id)) { $0.literal(title) }
        if items.isEmpty { return html.element("p", .class("note")) { $0.literal("Nothing.") } }
        html.element("ul", .class("properties")) { html in
            for item in items {
                html.element("li") { html in
                    html.element("div", .class("property-head")) { html in
                        html.element(
                            "a", .class("property-name"),
                            .href(Link(page: "glossary.html", anchor: item.property.name))
                        ) { $0.element("code", text: item.property.name) }
                        html.element("span", .class("type"), text: item.property.typeText)
                        html.privacy(of: item.property)
                    }
                    html.element("div", .class("property-body")) { html in
                        html.prose(item.property.description)
                        if let text = item.property.treatmentText {
                            html.element("p", .class("note")) { $0.inline(text) }
                        }
                        if let days = frame.guide.retention(of: item) {
                            html.element("p", .class("note")) { $0.text("Kept for up to \(days).") }
                        }
                        places(item, frame, &html)
                    }
                }
                html.newLine()
            }
        }
    }

    private static func places(
        _ item: PersonalDataInventory.Item, _ frame: SiteFrame, _ html: inout HTMLWriter
    ) {
        html.element("p", .class("event-names")) { html in
            if item.isContext {
                html.literal("On every event, from the ")
                html.element("a", .href(Link(page: "context.html", anchor: item.property.name))) {
                    $0.literal("context")
                }
                html.literal(".")
            }
            for number in item.events.prefix(40) {
                let entry = frame.guide.events[number]
                html.element("a", .href(frame.link(to: entry, property: item.property.name, root: ""))) {
                    $0.element("code", text: entry.event.name)
                }
                html.literal(" ")
            }
            if item.events.count > 40 {
                html.text("and \(GroupedNumber.text(item.events.count - 40)) more, in the ")
                html.element("a", .href(Link(page: "glossary.html", anchor: item.property.name))) {
                    $0.literal("list of properties")
                }
                html.literal(". ")
            }
            html.element("span", .class("place")) { $0.element("code", text: item.property.location.text) }
        }
    }
}
