import SignalVocabulary

/// An HTML document under construction.
///
/// What comes from a catalog can only go through ``text(_:)`` and attributes, which escape; names of elements are literals of this
/// program. There is no way to write markup as it is.
struct HTMLWriter {
    /// What was written, UTF-8.
    private(set) var bytes: [UInt8] = []

    /// A document with its type and the mark of generated files.
    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        put("<!doctype html>\n<!-- ")
        bytes.append(contentsOf: GeneratedMark.docs.text.utf8)
        put(" -->\n")
    }

    /// An element with what `content` writes in it.
    mutating func element(
        _ name: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// An element with a text in it.
    mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// An element that has no content and no end, such as `meta`.
    mutating func void(_ name: StaticString, _ attributes: Attribute...) { open(name, attributes) }

    /// A line break in the source, for people who read it.
    mutating func newLine() { bytes.append(0x0A) }

    /// Text, escaped.
    mutating func text(_ text: String) { escape(VisibleText.of(text)) }

    /// Text of this program, which needs no escape.
    mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { escape($0) }
    }

    /// A number with commas between thousands.
    mutating func number(_ value: Int) { text(GroupedNumber.text(value)) }

    /// Prose of a catalog: a paragraph for every block between empty lines, and `code` between single backticks.
    mutating func prose(_ text: String) {
        for paragraph in Prose.paragraphs(text) { element("p") { $0.inline(paragraph) } }
    }

    /// Prose on one line, without a paragraph around it.
    mutating func inline(_ text: String) {
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
            case .text(let text): escape(VisibleText.of(text))
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
