import SignalVocabulary

/// An HTML page that grows from its beginning. Whatever comes from a recording goes through ``text(_:)`` or an attribute, which escape it.
struct HTMLPage {
    /// Attributes by name, in their order.
    typealias Attributes = KeyValuePairs<StaticString, String>

    /// The page so far.
    private(set) var source = ""

    /// An element with what `content` writes in it.
    mutating func element(
        _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLPage) -> Void
    ) {
        open(name, attributes)
        content(&self)
        source += "</\(name)>"
    }

    /// An element with a text in it.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element that has no end, or in SVG no content.
    mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
        if name.utf8CodeUnitCount > 0, !Self.isVoid(name) { source += "</\(name)>" }
    }

    /// Text, in which nothing is markup.
    mutating func text(_ text: String) { escape(text) }

    /// Markup of this program's own.
    mutating func markup(_ markup: StaticString) { source += markup.description }

    /// A line feed, for those who read the source.
    mutating func newLine() { source += "\n" }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        source += "<\(name)"
        for (key, value) in attributes {
            source += " \(key)=\""
            escape(value)
            source += "\""
        }
        source += ">"
    }

    private mutating func escape(_ text: String) {
        for scalar in HiddenCharacters.escaped(text).unicodeScalars {
            switch scalar {
            case "&": source += "&amp;"
            case "<": source += "&lt;"
            case ">": source += "&gt;"
            case "\"": source += "&quot;"
            case "'": source += "&#39;"
            default: source.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isVoid(_ name: StaticString) -> Bool {
        ["meta", "br", "col", "hr"].contains(name.description)
    }
}
