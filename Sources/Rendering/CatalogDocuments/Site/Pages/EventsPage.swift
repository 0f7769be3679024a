import CatalogModel
import DocumentTools

/// All events, to be searched and filtered; the script fills it.
enum EventsPage {
    /// The page.
    static func render(_ frame: SiteFrame) -> RenderedFile {
        frame.page(SiteFrame.Page.events.path, title: SiteFrame.Page.events.title) { html in
            html.element("p", .class("search-count"), .role("status"), .isPolitelyLive, .data(role: "count"))
            { _ in }
        } content: { html in
            html.element("div", .class("explorer"), .data(role: "explorer"), .hidden) { html in
                html.element("div", .class("filters"), .role("group"), .label("Filters")) { html in
                    for facet in ["privacy", "status", "owner", "domain"] as [StaticString] {
                        html.element("details", .class("facet"), .open, .data(role: facet)) { html in
                            html.element("summary") { $0.literal(facet) }
                            html.element("ul") { _ in }
                        }
                    }
                    html.element(
                        "button", .type("button"), .class("text-button"), .data(role: "clear"), .hidden
                    ) {
                        $0.literal("Clear all")
                    }
                }
                html.element("div", .class("results")) { html in
                    html.element("ul", .class("result-list"), .data(role: "results")) { _ in }
                    html.element("p", .class("note"), .data(role: "nothing"), .hidden) {
                        $0.literal("No event fits. Try fewer words or fewer filters.")
                    }
                    html.element(
                        "button", .type("button"), .class("text-button"), .data(role: "more"), .hidden
                    ) { _ in }
                }
            }
            html.element("noscript") { html in
                html.element("p", .class("note")) {
                    $0.literal("Searching and filtering take a script. All events, by domain:")
                }
                for domain in frame.guide.domains {
                    html.element("h2", text: domain.title)
                    html.element("ul") { html in
                        for entry in frame.guide.events[domain.events] {
                            html.element("li") { html in
                                html.element(
                                    "a", .href(frame.link(to: entry, root: "")), text: entry.event.name)
                            }
                        }
                    }
                }
            }
        }
    }
}
