import SignalVocabulary

/// An attribute of an HTML element.
///
/// Only those below can be made, so none runs a script, holds a style, or points anywhere but to a ``Link``.
struct Attribute {
    /// The attribute's name.
    let name: StaticString
    /// What stands between the quotes, before it is escaped; nil: the attribute has no value.
    let value: Value?

    /// Where a value comes from.
    enum Value {
        case literal(StaticString)
        case text(String)
    }

    private init(_ name: StaticString, _ value: Value?) {
        self.name = name
        self.value = value
    }

    static func `class`(_ names: StaticString) -> Attribute { Attribute("class", .literal(names)) }
    static func id(_ id: String) -> Attribute { Attribute("id", .text(id)) }
    static func href(_ link: Link) -> Attribute { Attribute("href", .text(link.text)) }
    static func source(_ link: Link) -> Attribute { Attribute("src", .text(link.text)) }
    static func label(_ text: String) -> Attribute { Attribute("aria-label", .text(text)) }
    static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", .text(id)) }
    static func controls(_ id: String) -> Attribute { Attribute("aria-controls", .text(id)) }
    static func title(_ text: String) -> Attribute { Attribute("title", .text(text)) }
    static func content(_ text: String) -> Attribute { Attribute("content", .text(text)) }
    static func placeholder(_ text: StaticString) -> Attribute { Attribute("placeholder", .literal(text)) }
    static func name(_ text: StaticString) -> Attribute { Attribute("name", .literal(text)) }
    static func type(_ text: StaticString) -> Attribute { Attribute("type", .literal(text)) }
    static func role(_ text: StaticString) -> Attribute { Attribute("role", .literal(text)) }
    static func language(_ text: StaticString) -> Attribute { Attribute("lang", .literal(text)) }
    static func relation(_ text: StaticString) -> Attribute { Attribute("rel", .literal(text)) }
    static func data(root path: String) -> Attribute { Attribute("data-root", .text(path)) }
    static func data(role: StaticString) -> Attribute { Attribute("data-role", .literal(role)) }
    static var isCurrentPage: Attribute { Attribute("aria-current", .literal("page")) }
    static var isHiddenFromReaders: Attribute { Attribute("aria-hidden", .literal("true")) }
    static var isCollapsed: Attribute { Attribute("aria-expanded", .literal("false")) }
    static var isPolitelyLive: Attribute { Attribute("aria-live", .literal("polite")) }
    static var isFocusable: Attribute { Attribute("tabindex", .literal("0")) }
    static var isFocusableByScript: Attribute { Attribute("tabindex", .literal("-1")) }
    static var hidden: Attribute { Attribute("hidden", nil) }
    static var open: Attribute { Attribute("open", nil) }
    static var isNotCompleted: Attribute { Attribute("autocomplete", .literal("off")) }
    static var isNotChecked: Attribute { Attribute("spellcheck", .literal("false")) }
    static var isUTF8: Attribute { Attribute("charset", .literal("utf-8")) }
    static func header(_ name: StaticString) -> Attribute { Attribute("http-equiv", .literal(name)) }
    static func width(_ number: Int) -> Attribute { Attribute("width", .text(String(number))) }
    static func drawing(_ name: StaticString, _ value: StaticString) -> Attribute {
        Attribute(name, .literal(value))
    }
}
