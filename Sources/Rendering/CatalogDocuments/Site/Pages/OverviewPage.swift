import CatalogModel
import DocumentTools
import SignalVocabulary

/// The first page: what the catalog is, how large, by whom, and how private.
enum OverviewPage {
    /// The page.
    static func render(_ frame: SiteFrame) -> RenderedFile {
        let guide = frame.guide
        return frame.page(SiteFrame.Page.overview.path, title: guide.catalog.name) { html in
            if let description = guide.catalog.description {
                html.element("div", .class("lead")) { $0.prose(description) }
            }
        } content: { html in
            counts(guide, &html)
            domains(frame, &html)
            html.element("div", .class("columns")) { html in
                owners(guide, &html)
                privacy(guide, &html)
            }
            removed(guide, &html)
        }
    }

    private static func counts(_ guide: CatalogGuide, _ html: inout HTMLWriter) {
        let deprecated = guide.events.count { $0.event.deprecation != nil }
        let personal = guide.events.count(where: \.isSensitive)
        html.element("ul", .class("tiles")) { html in
            tile(guide.events.count, "event", "events", .init(page: "events.html"), &html)
            tile(guide.domains.count, "domain", "domains", .init(page: "", anchor: "site:domains"), &html)
            tile(guide.glossary.count, "property", "properties", .init(page: "glossary.html"), &html)
            tile(guide.owners.count, "owner", "owners", .init(page: "", anchor: "site:owners"), &html)
            tile(
                personal, "event with personal data", "events with personal data",
                .init(page: "personal-data.html"), &html)
            if deprecated > 0 {
                let link = Link(root: "", filter: "status", value: EventEntry.Status.deprecated.rawValue)
                tile(deprecated, "deprecated event", "deprecated events", link, &html)
            }
        }
    }

    private static func tile(
        _ count: Int, _ one: StaticString, _ many: StaticString, _ link: Link, _ html: inout HTMLWriter
    ) {
        html.element("li") { html in
            html.element("a", .href(link)) { html in
                html.element("strong") { $0.number(count) }
                html.element("span") { $0.literal(count == 1 ? one : many) }
            }
        }
    }

    private static func domains(_ frame: SiteFrame, _ html: inout HTMLWriter) {
        html.element("h2", .id("site:domains")) { $0.literal("Domains") }
        html.element("ul", .class("cards")) { html in
            for domain in frame.guide.domains {
                let entries = frame.guide.events[domain.events]
                html.element("li") { html in
                    html.element("h3") { html in
                        html.element("a", .href(Link(page: SiteFrame.path(of: domain))), text: domain.title)
                        html.element("span", .class("count")) { $0.number(entries.count) }
                    }
                    html.element("p", .class("event-names")) { html in
                        for (index, entry) in entries.prefix(4).enumerated() {
                            if index > 0 { html.literal(" ") }
                            html.element("a", .href(frame.link(to: entry, root: ""))) {
                                $0.element("code", text: entry.event.name)
                            }
                        }
                        if entries.count > 4 { html.text(" and \(entries.count - 4) more") }
                    }
                }
                html.newLine()
            }
        }
    }

    private static func owners(_ guide: CatalogGuide, _ html: inout HTMLWriter) {
        html.element("section", .labelled(by: "site:owners")) { html in
            html.element("h2", .id("site:owners")) { $0.literal("Owners") }
            html.element("ul", .class("bars")) { html in
                for owner in guide.owners {
                    bar(
                        owner.name, owner.eventCount, of: guide.events.count,
                        .init(root: "", filter: "owner", value: owner.name), &html)
                }
                let without = guide.events.count { $0.event.owner == nil }
                if without > 0 { bar("no owner", without, of: guide.events.count, nil, &html) }
            }
        }
    }

    private static func privacy(_ guide: CatalogGuide, _ html: inout HTMLWriter) {
        html.element("section", .labelled(by: "site:privacy")) { html in
            html.element("h2", .id("site:privacy")) { $0.literal("Privacy at a glance") }
            html.element("ul", .class("bars")) { html in
                for (value, title) in [
                    ("secret", "secret"), ("personal", "personal"), ("none", "no personal data"),
                ] {
                    let count = guide.events.count {
                        ($0.isSensitive ? $0.sensitivity.rawValue : "none") == value
                    }
                    bar(
                        title, count, of: guide.events.count,
                        .init(root: "", filter: "privacy", value: value), &html)
                }
            }
            let carried = guide.catalog.context.filter(\.property.sensitivity.isSensitive).map(\.property)
            html.element("p", .class("note")) { html in
                html.literal("Events by the most private of their own properties. ")
                if carried.isEmpty {
                    html.literal("The context adds nothing personal to them.")
                } else {
                    html.literal("Every event carries as well, from the context: ")
                    for (index, property) in carried.enumerated() {
                        if index > 0 { html.literal(", ") }
                        html.element("a", .href(Link(page: "context.html", anchor: property.name))) {
                            $0.element("code", text: property.name)
                        }
                        if let treatment = property.treatment { html.text(" (" + treatment + ")") }
                    }
                    html.literal(".")
                }
            }
        }
    }

    /// A count with a bar as long as its share.
    private static func bar(
        _ title: String, _ count: Int, of total: Int, _ link: Link?, _ html: inout HTMLWriter
    ) {
        html.element("li") { html in
            if let link {
                html.element("a", .href(link), text: title)
            } else {
                html.element("span", text: title)
            }
            html.element(
                "svg", .class("bar"), .drawing("viewBox", "0 0 100 4"),
                .drawing("preserveAspectRatio", "none"),
                .isHiddenFromReaders
            ) { html in
                html.element(
                    "rect", .class("bar-value"), .width(100 * count / max(total, 1)), .drawing("height", "4")
                ) { _ in }
            }
            html.element("span", .class("count")) { $0.number(count) }
        }
    }

    private static func removed(_ guide: CatalogGuide, _ html: inout HTMLWriter) {
        guard !guide.catalog.removed.isEmpty else { return }
        html.element("h2", .id("site:removed")) { $0.literal("Removed events") }
        html.element("p", .class("note")) { $0.literal("Their names are never used again.") }
        html.element("ul", .class("plain")) { html in
            for tombstone in guide.catalog.removed {
                html.element("li") { html in
                    html.element("code", text: tombstone.name)
                    if let since = tombstone.since { html.text(" since " + since) }
                    if let reason = tombstone.reason {
                        html.literal(": ")
                        html.inline(VisibleText.oneLine(reason))
                    }
                }
            }
        }
    }
}
