import CatalogModel
import DocumentTools

/// One property in a list of properties.
struct PropertyItem {
    let property: Property
    /// The item's identifier on its page.
    let id: String
    /// The way from the page to the site's folder.
    let root: String
    /// What a context property says besides.
    var context: ContextProperty?

    /// Writes it.
    func write(_ html: inout HTMLWriter) {
        html.element("li", .id(id)) { html in
            html.element("div", .class("property-head")) { html in
                html.element(
                    "a", .class("property-name"),
                    .href(Link(root: root, page: "glossary.html", anchor: property.name))
                ) {
                    $0.element("code", text: property.name)
                }
                html.element("span", .class("type"), text: property.typeText)
                if context == nil, !property.isRequired {
                    html.element("span", .class("optional")) { $0.literal("optional") }
                }
                html.privacy(of: property)
                if property.deprecation != nil {
                    html.element("span", .class("badge badge-warning")) { $0.literal("deprecated") }
                }
            }
            html.element("div", .class("property-body")) { html in
                html.prose(property.description)
                deprecation(&html)
                constraints(&html)
                values(&html)
            }
        }
    }

    private func deprecation(_ html: inout HTMLWriter) {
        guard let deprecation = property.deprecation else { return }
        html.element("p", .class("note")) { html in
            html.text(deprecation.since.map { "Deprecated since " + $0 + "." } ?? "Deprecated.")
            if let reason = deprecation.reason {
                html.literal(" ")
                html.inline(VisibleText.oneLine(reason))
            }
            if let name = deprecation.replacedBy {
                html.literal(" Use ")
                html.element("code", text: name)
                html.literal(".")
            }
        }
    }

    private func constraints(_ html: inout HTMLWriter) {
        let texts = property.constraintTexts
        let hasMore =
            property.constraints.pattern != nil || property.example != nil || property.group != nil
            || property.since != nil || context != nil
        guard !texts.isEmpty || hasMore else { return }
        html.element("ul", .class("constraints")) { html in
            for text in texts { html.element("li", text: text) }
            if let pattern = property.constraints.pattern { item("matches ", code: pattern, &html) }
            if let example = property.example { item("such as ", code: example, &html) }
            if let context {
                if let role = context.role { item("ties together one ", text: role.rawValue, &html) }
                item("otherwise ", code: context.defaultValue ?? "null", &html)
                if let variable = context.variable { item("process-wide from ", code: variable, &html) }
            }
            if let since = property.since { item("since ", text: since, &html) }
            if let group = property.group { item("from the group ", code: group, &html) }
        }
    }

    private func item(_ label: StaticString, code: String, _ html: inout HTMLWriter) {
        html.element("li") { html in
            html.literal(label)
            html.element("code", text: code)
        }
    }

    private func item(_ label: StaticString, text: String, _ html: inout HTMLWriter) {
        html.element("li") { html in
            html.literal(label)
            html.text(text)
        }
    }

    private func values(_ html: inout HTMLWriter) {
        guard case .enumeration(let enumeration) = property.type else { return }
        if enumeration.values.contains(where: { $0.description != nil }) {
            html.element("dl", .class("values")) { html in
                for value in enumeration.values {
                    html.element("div") { html in
                        html.element("dt") { $0.element("code", text: value.rawValue) }
                        html.element("dd") { $0.inline(VisibleText.oneLine(value.description ?? "")) }
                    }
                }
            }
        } else {
            html.element("p", .class("value-list")) { html in
                for value in enumeration.values {
                    html.element("code", text: value.rawValue)
                    html.literal(" ")
                }
            }
        }
        if enumeration.isOpen {
            html.element("p", .class("note")) { $0.literal("Other values may come as well.") }
        }
    }
}
