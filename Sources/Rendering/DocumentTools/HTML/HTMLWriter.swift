import SignalVocabulary

/// An HTML document under construction.
///
/// Texts that are not this program's own go through ``text(_:)`` and attributes, which escape. Names of elements are literals of
/// this program. Markup cannot be written as it is.
package struct HTMLWriter {
    /// What was written, UTF-8.
    package private(set) var bytes: [UInt8] = []
    private let form: VisibleText.Form

    /// A document with its type.
    ///
    /// - Parameters:
    ///   - comment: what a comment before the first element says; nil: there is none. A `--` would end it, and gets a space.
    ///   - form: how hidden characters are shown.
    ///   - capacity: how many bytes the document will have, more or less.
    package init(comment: String? = nil, showing form: VisibleText.Form = .document, capacity: Int = 1 << 14)
    {
        self.form = form
        bytes.reserveCapacity(capacity)
        put("<!doctype html>\n")
        guard let comment else { return }
        put("<!-- ")
        bytes.append(contentsOf: comment.replacing("--", with: "- -").utf8)
        put(" -->\n")
    }

    /// An element with what `content` writes in it.
    package mutating func element(
        _ name: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// An element with a text in it.
    package mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// An element of HTML that has neither content nor an end tag, such as `meta`.
    package mutating func void(_ name: StaticString, _ attributes: Attribute...) { open(name, attributes) }

    /// An element of SVG that has no content, such as `rect`.
    package mutating func empty(_ name: StaticString, _ attributes: Attribute...) {
        open(name, attributes)
        close(name)
    }

    /// A style sheet of this program, which must not have `</style` in it.
    package mutating func style(_ sheet: [UInt8]) {
        open("style", [])
        bytes.append(contentsOf: sheet)
        close("style")
    }

    /// A line break in the source, for people who read it.
    package mutating func newLine() { bytes.append(0x0A) }

    /// Text, escaped.
    package mutating func text(_ text: String) { escape(VisibleText.of(text, as: form)) }

    /// Text of this program, which needs no escape.
    package mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { escape($0) }
    }

    /// A number with commas between thousands.
    package mutating func number(_ value: Int) { text(GroupedNumber.text(value)) }

    /// A description: a paragraph for every block between empty lines, and `code` between single backticks.
    package mutating func prose(_ text: String) {
        for paragraph in Prose.paragraphs(text) { element("p") { $0.inline(paragraph) } }
    }

    /// Prose on one line, without a paragraph around it.
    package mutating func inline(_ text: String) {
        for part in Prose.parts(text) {
            if part.isCode { element("code", text: part.text) } else { self.text(part.text) }
        }
    }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        bytes.append(0x3C)
        put(name)
        for attribute in attributes {
            bytes.append(0x20)
            put(attribute.name)
            guard let value = attribute.value else { continue }
            put("=\"")
            switch value {
            case .literal(let text): put(text)
            case .text(let text): escape(VisibleText.of(text, as: form))
            }
            bytes.append(0x22)
        }
        bytes.append(0x3E)
    }

    private mutating func close(_ name: StaticString) {
        put("</")
        put(name)
        bytes.append(0x3E)
    }

    private mutating func put(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let entity: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            case UInt8(ascii: "\""): entity = "&quot;"
            case UInt8(ascii: "'"): entity = "&#39;"
            default: continue
            }
            bytes.append(contentsOf: text[start..<index])
            put(entity)
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }
}
