import DocumentTools
import SignalVocabulary
import CatalogModel

/// Every name of a property, with what it means where.
enum GlossaryPage {
    /// How many events are shown before the rest is folded away.
    private static let shownCount = 8

    /// The page.
    static func render(_ frame: SiteFrame) -> RenderedFile {
        let glossary = frame.guide.glossary
        let different = glossary.count { $0.kindCount > 1 }
        return frame.page(
            SiteFrame.Page.glossary.path, title: SiteFrame.Page.glossary.title, capacity: 1 << 20
        ) { html in
            html.element("p", .class("lead")) { html in
                html.number(glossary.count)
                html.literal(glossary.count == 1 ? " name" : " names")
                if different > 0 {
                    html.literal(", ")
                    html.number(different)
                    html.literal(" of them with more than one type or handling")
                }
                html.literal(".")
            }
        } content: { html in
            html.element("ul", .class("properties glossary")) { html in
                for entry in glossary {
                    item(entry, frame, &html)
                    html.newLine()
                }
            }
        }
    }

    private static func item(_ entry: GlossaryEntry, _ frame: SiteFrame, _ html: inout HTMLWriter) {
        html.element("li", .id(entry.name)) { html in
            html.element("div", .class("property-head")) { html in
                html.element("a", .class("property-name"), .href(Link(page: "", anchor: entry.name))) {
                    $0.element("code", text: entry.name)
                }
                if entry.kindCount == 1, let property = entry.meanings.first?.property {
                    html.element("span", .class("type"), text: property.typeText)
                    html.privacy(of: property)
                } else {
                    html.element("span", .class("badge badge-warning"), text: "\(entry.kindCount) kinds")
                }
            }
            html.element("div", .class("property-body")) { html in
                for meaning in entry.meanings {
                    self.meaning(meaning, showsKind: entry.kindCount > 1, frame, &html)
                }
            }
        }
    }

    private static func meaning(
        _ meaning: GlossaryEntry.Meaning, showsKind: Bool, _ frame: SiteFrame, _ html: inout HTMLWriter
    ) {
        html.element("div", .class("meaning")) { html in
            if showsKind {
                html.element("p", .class("meaning-head")) { html in
                    html.element("span", .class("type"), text: meaning.property.typeText)
                    html.literal(" ")
                    html.privacy(of: meaning.property)
                }
            }
            html.prose(meaning.property.description)
            if meaning.isContext {
                return html.element("p", .class("event-names")) { html in
                    html.literal("On every event, from the ")
                    html.element("a", .href(Link(page: "context.html", anchor: meaning.property.name))) {
                        $0.literal("context")
                    }
                    html.literal(".")
                }
            }
            names(meaning.events.prefix(shownCount), meaning, frame, &html)
            let rest = meaning.events.dropFirst(shownCount)
            guard !rest.isEmpty else { return }
            html.element("details") { html in
                html.element("summary", text: GroupedNumber.text(rest.count) + " more")
                names(rest, meaning, frame, &html)
            }
        }
    }

    private static func names(
        _ events: ArraySlice<Int>, _ meaning: GlossaryEntry.Meaning, _ frame: SiteFrame,
        _ html: inout HTMLWriter
    ) {
        html.element("p", .class("event-names")) { html in
            for number in events {
                let entry = frame.guide.events[number]
                html.element("a", .href(frame.link(to: entry, property: meaning.property.name, root: ""))) {
                    $0.element("code", text: entry.event.name)
                }
                html.literal(" ")
            }
        }
    }
}
