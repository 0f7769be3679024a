/// An attribute of an HTML element.
///
/// There are only those below, so no attribute runs a script, holds a style, or points anywhere but to a ``Link``.
package struct Attribute: Sendable {
    /// The attribute's name.
    let name: StaticString
    /// Its value, before it is escaped; nil: it has none.
    let value: Value?

    /// Where a value comes from.
    enum Value: Sendable {
        case literal(StaticString)
        case text(String)
    }

    private init(_ name: StaticString, _ value: Value?) {
        self.name = name
        self.value = value
    }

    package static func `class`(_ names: StaticString) -> Attribute { Attribute("class", .literal(names)) }
    package static func `class`(named names: String) -> Attribute { Attribute("class", .text(names)) }
    package static func id(_ id: String) -> Attribute { Attribute("id", .text(id)) }
    package static func href(_ link: Link) -> Attribute { Attribute("href", .text(link.text)) }
    package static func source(_ link: Link) -> Attribute { Attribute("src", .text(link.text)) }
    package static func label(_ text: String) -> Attribute { Attribute("aria-label", .text(text)) }
    package static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", .text(id)) }
    package static func controls(_ id: String) -> Attribute { Attribute("aria-controls", .text(id)) }
    package static func title(_ text: String) -> Attribute { Attribute("title", .text(text)) }
    package static func content(_ text: String) -> Attribute { Attribute("content", .text(text)) }
    package static func placeholder(_ text: StaticString) -> Attribute {
        Attribute("placeholder", .literal(text))
    }
    package static func name(_ text: StaticString) -> Attribute { Attribute("name", .literal(text)) }
    package static func type(_ text: StaticString) -> Attribute { Attribute("type", .literal(text)) }
    package static func role(_ text: StaticString) -> Attribute { Attribute("role", .literal(text)) }
    package static func scope(_ text: StaticString) -> Attribute { Attribute("scope", .literal(text)) }
    package static func language(_ text: StaticString) -> Attribute { Attribute("lang", .literal(text)) }
    package static func relation(_ text: StaticString) -> Attribute { Attribute("rel", .literal(text)) }
    package static func data(root path: String) -> Attribute { Attribute("data-root", .text(path)) }
    package static func data(role: StaticString) -> Attribute { Attribute("data-role", .literal(role)) }
    package static var isCurrentPage: Attribute { Attribute("aria-current", .literal("page")) }
    package static var isHiddenFromReaders: Attribute { Attribute("aria-hidden", .literal("true")) }
    package static var isCollapsed: Attribute { Attribute("aria-expanded", .literal("false")) }
    package static var isPolitelyLive: Attribute { Attribute("aria-live", .literal("polite")) }
    package static var isFocusable: Attribute { Attribute("tabindex", .literal("0")) }
    package static var isFocusableByScript: Attribute { Attribute("tabindex", .literal("-1")) }
    package static var hidden: Attribute { Attribute("hidden", nil) }
    package static var open: Attribute { Attribute("open", nil) }
    package static var isNotCompleted: Attribute { Attribute("autocomplete", .literal("off")) }
    package static var isNotChecked: Attribute { Attribute("spellcheck", .literal("false")) }
    package static var isUTF8: Attribute { Attribute("charset", .literal("utf-8")) }
    package static func header(_ name: StaticString) -> Attribute { Attribute("http-equiv", .literal(name)) }
    package static func width(_ number: Int) -> Attribute { Attribute("width", .text(String(number))) }
    package static func drawing(_ name: StaticString, _ value: StaticString) -> Attribute {
        Attribute(name, .literal(value))
    }
    package static func viewBox(width: Int, height: Int) -> Attribute {
        Attribute("viewBox", .text("0 0 \(width) \(height)"))
    }
    /// A place or a length in a drawing, with at most two decimals.
    package static func coordinate(_ name: StaticString, _ value: Double) -> Attribute {
        Attribute(name, .text(decimal(value)))
    }

    /// A number with at most two decimals.
    private static func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        if hundredths % 100 == 0 { return String(hundredths / 100) }
        let sign = hundredths < 0 ? "-" : ""
        let part = abs(hundredths) % 100
        return "\(sign)\(abs(hundredths) / 100).\(part < 10 ? "0" : "")\(part)"
    }
}
