import CatalogModel
import DocumentTools
import SignalVocabulary

/// One event on its domain's page.
struct EventSection {
    let entry: EventEntry
    let frame: SiteFrame
    /// The way from the page to the site's folder.
    let root: String

    private var event: Event { entry.event }

    /// Writes it.
    func write(_ maker: inout ExampleMaker, _ html: inout HTMLWriter) {
        html.element("article", .class("event"), .id(event.name), .labelled(by: event.name + ":title")) {
            html in
            html.element("header") { html in
                html.element("h2", .id(event.name + ":title")) { html in
                    html.element(
                        "a", .class("anchor"), .href(Link(page: "", anchor: event.name)), text: event.name)
                }
                badges(&html)
            }
            html.element("div", .class("description")) { $0.prose(event.description) }
            deprecation(&html)
            facts(&html)
            properties(&html)
            samples(&maker, &html)
        }
    }

    private func badges(_ html: inout HTMLWriter) {
        html.element("ul", .class("badges"), .label("Marks")) { html in
            html.severity(event.severity)
            if entry.isSensitive {
                html.element("li", .class("badge badge-private"), text: entry.sensitivity.rawValue + " data")
            }
            for status in entry.statuses {
                switch status {
                case .stable: html.element("li", .class("badge")) { $0.literal("stable") }
                case .development:
                    html.element("li", .class("badge badge-note")) { $0.literal("in development") }
                case .deprecated:
                    html.element("li", .class("badge badge-warning")) { $0.literal("deprecated") }
                case .expires:
                    html.element(
                        "li", .class("badge badge-warning"), text: "expires " + (event.expires ?? ""))
                }
            }
        }
    }

    private func deprecation(_ html: inout HTMLWriter) {
        guard let deprecation = event.deprecation else { return }
        html.element("div", .class("callout")) { html in
            html.element("p") { html in
                html.element("strong") { html in
                    html.text(deprecation.since.map { "Deprecated since " + $0 + "." } ?? "Deprecated.")
                }
                if let reason = deprecation.reason {
                    html.literal(" ")
                    html.inline(VisibleText.oneLine(reason))
                }
                if let name = deprecation.replacedBy {
                    html.literal(" Use ")
                    if let other = frame.guide.entry(named: name) {
                        html.element("a", .href(frame.link(to: other, root: root))) {
                            $0.element("code", text: name)
                        }
                    } else {
                        html.element("code", text: name)
                    }
                    html.literal(".")
                }
            }
        }
    }

    private func facts(_ html: inout HTMLWriter) {
        html.element("dl", .class("facts")) { html in
            fact("Owner", &html) { html in
                if let owner = event.owner {
                    html.element("a", .href(Link(root: root, filter: "owner", value: owner)), text: owner)
                } else {
                    html.literal("none")
                }
            }
            if let since = event.since { fact("Since", &html) { $0.text(since) } }
            if event.sampleRate < 1 {
                fact("Sampled", &html) { $0.text("keeps " + Self.percentage(event.sampleRate)) }
            }
            if let days = frame.guide.retention(of: event) { fact("Kept for", &html) { $0.text(days) } }
            if !event.includes.isEmpty {
                fact("Groups", &html) { html in
                    for (index, name) in event.includes.enumerated() {
                        if index > 0 { html.literal(", ") }
                        html.element("code", text: name)
                    }
                }
            }
            if !event.links.isEmpty {
                fact("Links", &html) { html in
                    for (index, address) in event.links.enumerated() {
                        if index > 0 { html.literal(", ") }
                        if let link = Link(web: address) {
                            html.element("a", .href(link), .relation("noreferrer"), text: address)
                        } else {
                            html.text(address)
                        }
                    }
                }
            }
            if !event.tags.isEmpty { fact("Tags", &html) { $0.text(event.tags.joined(separator: ", ")) } }
            fact("Defined in", &html) { $0.element("code", text: event.location.text) }
        }
    }

    private func fact(_ title: StaticString, _ html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void)
    {
        html.element("div") { html in
            html.element("dt") { $0.literal(title) }
            html.element("dd", content: content)
        }
    }

    /// A share as people write it: `25%`, `0.1%`.
    private static func percentage(_ rate: Double) -> String {
        let percent = rate * 100
        let rounded = (percent * 10_000).rounded() / 10_000
        return (rounded == rounded.rounded() ? String(Int(rounded)) : rounded.description) + "%"
    }

    private func properties(_ html: inout HTMLWriter) {
        html.element("h3") { html in
            html.literal("Properties ")
            html.element("span", .class("count")) { $0.number(event.properties.count) }
        }
        guard !event.properties.isEmpty else {
            return html.element("p", .class("note")) {
                $0.literal("None of its own: it carries the context alone.")
            }
        }
        html.element("ul", .class("properties")) { html in
            for property in event.properties {
                PropertyItem(property: property, id: event.name + ":" + property.name, root: root).write(
                    &html)
            }
        }
    }

    private func samples(_ maker: inout ExampleMaker, _ html: inout HTMLWriter) {
        html.element("h3") { $0.literal("Example") }
        let call = ExampleCall.text(of: entry, &maker)
        let record = ExampleRecord.value(of: entry, in: frame.guide.catalog, &maker)
        html.element("div", .class("samples")) { html in
            html.sample("Swift", label: "Swift call of " + event.name) { $0.swift(call) }
            html.sample("JSON line", label: "JSON record of " + event.name) { $0.json(record) }
        }
    }
}
