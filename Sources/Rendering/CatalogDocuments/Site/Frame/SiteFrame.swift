import CatalogModel
import DocumentTools

/// What all pages have in common: head, header with the search, navigation and footer.
struct SiteFrame {
    /// The catalog, arranged.
    let guide: CatalogGuide
    /// Whether there is a page of what changed.
    let hasChanges: Bool

    /// A page of the site that is not a domain's.
    enum Page: CaseIterable {
        case overview, events, context, glossary, personalData, changes

        /// Its path in the site.
        var path: String {
            switch self {
            case .overview: "index.html"
            case .events: "events.html"
            case .context: "context.html"
            case .glossary: "glossary.html"
            case .personalData: "personal-data.html"
            case .changes: "changes.html"
            }
        }

        /// What it is called.
        var title: String {
            switch self {
            case .overview: "Overview"
            case .events: "Events"
            case .context: "Context"
            case .glossary: "Properties"
            case .personalData: "Personal data"
            case .changes: "What changed"
            }
        }
    }

    /// A frame for the pages of a catalog.
    init(_ guide: CatalogGuide, hasChanges: Bool) {
        self.guide = guide
        self.hasChanges = hasChanges
    }

    /// Where a domain's page is.
    static func path(of domain: CatalogGuide.Domain) -> String { "domains/" + domain.fileName + ".html" }

    /// A link to an event, or to one of its properties.
    func link(to entry: EventEntry, property: String? = nil, root: String) -> Link {
        let anchor = property.map { entry.event.name + ":" + $0 } ?? entry.event.name
        return Link(root: root, page: Self.path(of: guide.domain(of: entry)), anchor: anchor)
    }

    /// A whole page.
    ///
    /// - Parameters:
    ///   - path: its path in the site.
    ///   - title: what it is called; also its first heading, which `content` leaves out.
    ///   - lead: what stands under that heading.
    ///   - sections: what stands beside a long page, to jump to: texts and identifiers.
    func page(
        _ path: String, title: String, sections: [(title: String, id: String)] = [], capacity: Int = 1 << 14,
        lead: (inout HTMLWriter) -> Void, content: (inout HTMLWriter) -> Void
    ) -> RenderedFile {
        let root = path.contains("/") ? "../" : ""
        var html = HTMLWriter(capacity: capacity)
        html.element("html", .language("en"), .data(root: root)) { html in
            head(title, root: root, &html)
            html.element("body") { html in
                html.element(
                    "a", .class("skip"), .href(Link(page: "", anchor: "site:main")),
                    text: "Skip to the content")
                header(root: root, &html)
                html.element("div", .class("frame")) { html in
                    navigation(current: path, root: root, &html)
                    html.element("main", .id("site:main"), .isFocusableByScript) { html in
                        html.element("div", .class("page-head")) { html in
                            html.element("h1", text: title)
                            lead(&html)
                        }
                        content(&html)
                    }
                    if !sections.isEmpty { contents(sections, &html) }
                }
                footer(&html)
            }
            html.newLine()
        }
        html.newLine()
        return RenderedFile(path: path, bytes: html.bytes)
    }

    private func head(_ title: String, root: String, _ html: inout HTMLWriter) {
        html.element("head") { html in
            html.void("meta", .isUTF8)
            html.void(
                "meta", .header("Content-Security-Policy"),
                .content(
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
                ))
            html.void("meta", .name("viewport"), .content("width=device-width, initial-scale=1"))
            html.void("meta", .name("referrer"), .content("no-referrer"))
            html.void("meta", .name("color-scheme"), .content("light dark"))
            html.element("title", text: title + " · " + guide.catalog.name)
            html.void("link", .relation("stylesheet"), .href(Link(root: root, page: "assets/site.css")))
            html.element("script", .source(Link(root: root, page: "assets/site.js"))) { _ in }
        }
        html.newLine()
    }

    private func header(root: String, _ html: inout HTMLWriter) {
        html.element("header", .class("site-header")) { html in
            html.element(
                "button", .class("icon-button menu-button"), .type("button"), .isCollapsed,
                .controls("site:navigation"),
                .label("Navigation"), .data(role: "menu")
            ) { icon("M2 4h12M2 8h12M2 12h12", &$0) }
            html.element(
                "a", .class("brand"), .label(guide.catalog.name + " " + guide.catalog.version),
                .href(Link(root: root, page: "index.html"))
            ) { html in
                flag(&html)
                html.element("span", .class("brand-name"), text: guide.catalog.name)
                html.element("span", .class("brand-version"), text: guide.catalog.version)
            }
            html.element("div", .class("search"), .role("search")) { html in
                icon("M11 11l3.5 3.5M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z", &html)
                html.void(
                    "input", .type("search"), .data(role: "search"), .label("Search events and properties"),
                    .placeholder("Search events, properties, values"), .isNotCompleted, .isNotChecked)
                html.element("kbd", .isHiddenFromReaders) { $0.literal("/") }
                html.element("div", .class("search-panel"), .data(role: "panel"), .hidden) { html in
                    html.element("p", .class("search-count"), .role("status"), .data(role: "panel-count")) {
                        _ in
                    }
                    html.element("ul", .class("search-results"), .data(role: "panel-results")) { _ in }
                    html.element(
                        "a", .class("search-all"), .data(role: "panel-all"),
                        .href(Link(root: root, page: "events.html"))
                    ) {
                        $0.literal("All results, with filters")
                    }
                }
            }
            html.element(
                "button", .class("icon-button"), .type("button"), .label("Dark or light"),
                .data(role: "theme")
            ) { icon("M8 1.5v13a6.5 6.5 0 0 0 0-13zM8 14.5a6.5 6.5 0 0 1 0-13", &$0) }
        }
        html.newLine()
    }

    private func navigation(current: String, root: String, _ html: inout HTMLWriter) {
        html.element("nav", .class("site-navigation"), .id("site:navigation"), .label("Pages")) { html in
            html.element("ul") { html in
                for page in Page.allCases where page != .changes || hasChanges {
                    item(page.title, path: page.path, current: current, root: root, count: nil, &html)
                }
            }
            if !guide.domains.isEmpty {
                html.element("p", .class("navigation-title")) { $0.literal("Domains") }
                html.element("ul") { html in
                    for domain in guide.domains {
                        item(
                            domain.title, path: Self.path(of: domain), current: current, root: root,
                            count: domain.events.count, &html)
                    }
                }
            }
        }
        html.newLine()
    }

    private func item(
        _ title: String, path: String, current: String, root: String, count: Int?, _ html: inout HTMLWriter
    ) {
        func content(_ html: inout HTMLWriter) {
            html.element("span", text: title)
            if let count { html.element("span", .class("count")) { $0.number(count) } }
        }
        let link = Link(root: root, page: path)
        html.element("li") { html in
            if path == current {
                html.element("a", .href(link), .isCurrentPage, content: content)
            } else {
                html.element("a", .href(link), content: content)
            }
        }
    }

    private func contents(_ sections: [(title: String, id: String)], _ html: inout HTMLWriter) {
        html.element("aside", .class("contents"), .label("On this page")) { html in
            html.element("p", .class("navigation-title")) { $0.literal("On this page") }
            html.element("ul", .data(role: "contents")) { html in
                for section in sections {
                    html.element("li") {
                        $0.element("a", .href(Link(page: "", anchor: section.id)), text: section.title)
                    }
                }
            }
        }
    }

    private func footer(_ html: inout HTMLWriter) {
        html.element("footer", .class("site-footer")) { html in
            html.element("p") { html in
                html.text(
                    "Made from the catalog " + guide.catalog.name + " " + guide.catalog.version + " by ")
                html.literal("sigbook docs")
                html.text(". Nothing here is loaded from elsewhere.")
            }
        }
    }

    /// A drawing of one line in a square of sixteen.
    private func icon(_ path: StaticString, _ html: inout HTMLWriter) {
        html.element(
            "svg", .class("icon"), .drawing("viewBox", "0 0 16 16"), .drawing("width", "16"),
            .drawing("height", "16"),
            .isHiddenFromReaders
        ) { $0.element("path", .drawing("d", path)) { _ in } }
    }

    /// The signal flag "K", "I wish to communicate with you", as the sign of the site.
    private func flag(_ html: inout HTMLWriter) {
        html.element(
            "svg", .class("flag"), .drawing("viewBox", "0 0 16 16"), .drawing("width", "20"),
            .drawing("height", "20"),
            .isHiddenFromReaders
        ) { html in
            html.element("path", .class("flag-hoist"), .drawing("d", "M0 0h8v16H0z")) { _ in }
            html.element("path", .class("flag-fly"), .drawing("d", "M8 0h8v16H8z")) { _ in }
        }
    }
}
