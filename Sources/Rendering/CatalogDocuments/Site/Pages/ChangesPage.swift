import CatalogComparison
import CatalogModel
import DocumentTools

/// What changed since another version of the catalog, and whom it breaks.
enum ChangesPage {
    /// The page.
    static func render(_ difference: CatalogDifference, _ frame: SiteFrame) -> RenderedFile {
        frame.page(SiteFrame.Page.changes.path, title: SiteFrame.Page.changes.title) { html in
            html.element("p", .class("lead")) { html in
                html.text("From version " + difference.oldVersion + " to " + difference.newVersion + ". ")
                if difference.changes.isEmpty {
                    html.literal("Nothing changed.")
                } else if difference.isVersionTooLow {
                    html.text("The changes ask for " + difference.suggestedVersion + " at least.")
                }
            }
        } content: { html in
            for level in ChangeLevel.allCases {
                let changes = difference.changes.filter { $0.level == level }
                if !changes.isEmpty { section(level, changes, frame, &html) }
            }
        }
    }

    private static func section(
        _ level: ChangeLevel, _ changes: [CatalogChange], _ frame: SiteFrame, _ html: inout HTMLWriter
    ) {
        html.element("h2", .id("site:" + level.rawValue)) { html in
            switch level {
            case .breaking: html.literal("Breaking ")
            case .notice: html.literal("Worth knowing ")
            case .safe: html.literal("Safe ")
            }
            html.element("span", .class("count")) { $0.number(changes.count) }
        }
        html.element("ul", .class("properties")) { html in
            for change in changes {
                html.element("li") { html in
                    html.element("div", .class("property-head")) { html in
                        subject(change, frame, &html)
                        for impact in change.impacts { badge(impact, &html) }
                    }
                    html.element("div", .class("property-body")) { html in
                        html.element("p") { $0.inline(Self.sentence(change.explanation)) }
                        facts(change, &html)
                    }
                }
                html.newLine()
            }
        }
    }

    private static func subject(_ change: CatalogChange, _ frame: SiteFrame, _ html: inout HTMLWriter) {
        if change.events.count == 1, let entry = frame.guide.entry(named: change.events[0]) {
            html.element("a", .class("property-name"), .href(frame.link(to: entry, root: ""))) {
                $0.element("code", text: change.subject)
            }
        } else {
            html.element("span", .class("property-name")) { $0.element("code", text: change.subject) }
        }
    }

    private static func badge(_ impact: ChangeImpact, _ html: inout HTMLWriter) {
        switch impact {
        case .source, .wire, .meaning:
            html.element("span", .class("badge badge-error"), .title(impact.summary), text: impact.rawValue)
        case .privacy:
            html.element("span", .class("badge badge-private"), .title(impact.summary), text: impact.rawValue)
        case .safe: html.element("span", .class("badge badge-public"), text: impact.rawValue)
        }
    }

    private static func facts(_ change: CatalogChange, _ html: inout HTMLWriter) {
        html.element("ul", .class("constraints")) { html in
            html.element("li") { $0.element("code", text: change.kind.rawValue) }
            if !change.owners.isEmpty {
                html.element("li", text: "owned by " + change.owners.joined(separator: ", "))
            }
            if change.events.count > 1 { html.element("li", text: "on \(change.events.count) events") }
            html.element("li") { $0.element("code", text: (change.new ?? change.old ?? change.anchor).text) }
            if let approval = change.approval {
                html.element("li", text: "approved until " + approval.until + ": " + approval.reason)
            }
        }
    }

    /// An explanation as a sentence of its own.
    private static func sentence(_ text: String) -> String {
        let line = VisibleText.oneLine(text)
        // A name at the beginning stays as it is written.
        let isName = line.prefix { $0 != " " }.contains("_")
        return (isName ? String(line) : line.prefix(1).uppercased() + line.dropFirst()) + "."
    }
}
