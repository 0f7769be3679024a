import SignalVocabulary

/// JSON under construction (RFC 8259). Hidden characters and line ends in strings are escaped.
package struct JSONWriter {
    /// What was written, UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Whether `<`, `>` and `&` are escaped, too, so that the text can be part of a script.
    private let isForScript: Bool

    /// An empty text.
    ///
    /// - Parameter isForScript: whether the text will be part of a script; then no `<`, `>` and `&` are in it.
    package init(isForScript: Bool = false) { self.isForScript = isForScript }

    /// The value indented by two spaces a level, short lists of scalars on one line, with a line feed at the end.
    package static func pretty(_ value: JSONValue) -> [UInt8] {
        var text = JSONWriter()
        text.append(value, indent: 0)
        text.put("\n")
        return text.bytes
    }

    /// The value on one line.
    package static func compact(_ value: JSONValue) -> String {
        var text = JSONWriter()
        text.append(value)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// Appends text as it is.
    package mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends a value.
    ///
    /// - Parameter indent: the level of its first line, for a value on several lines; nil: the value is on one line.
    package mutating func append(_ value: JSONValue, indent: Int? = nil) {
        switch value {
        case .null: put("null")
        case .bool(let flag): put(flag ? "true" : "false")
        case .integer(let number): put(String(number))
        case .double(let number): put(number.isFinite ? number.description : "null")
        case .string(let text): append(string: text)
        case .array(let elements):
            let isShort = elements.count <= 24 && elements.allSatisfy(\.isScalar)
            let indent = isShort ? nil : indent
            put("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { put(indent == nil ? ", " : ",") }
                if let indent { newLine(indent + 1) }
                append(element, indent: indent.map { $0 + 1 })
            }
            if let indent, !elements.isEmpty { newLine(indent) }
            put("]")
        case .object(let members):
            put("{")
            for (index, member) in members.enumerated() {
                if index > 0 { put(",") }
                if let indent { newLine(indent + 1) }
                append(string: member.name)
                put(indent == nil ? ":" : ": ")
                append(member.value, indent: indent.map { $0 + 1 })
            }
            if let indent, !members.isEmpty { newLine(indent) }
            put("}")
        }
    }

    private mutating func newLine(_ indent: Int) {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * indent))
    }

    private mutating func append(string: String) {
        bytes.append(0x22)
        defer { bytes.append(0x22) }
        if HiddenCharacters.isPrintableASCII(string) {
            // Each byte is a character, so the bytes between two escapes are copied together.
            var string = string
            return string.withUTF8 { text in
                var start = 0
                for index in text.indices where isSpecial(text[index]) {
                    guard let escape = escape(Unicode.Scalar(text[index])) else { continue }
                    bytes.append(contentsOf: text[start..<index])
                    put(escape)
                    start = index + 1
                }
                bytes.append(contentsOf: text[start...])
            }
        }
        for scalar in string.unicodeScalars {
            if let escape = escape(scalar) { put(escape) } else { bytes.append(contentsOf: scalar.utf8) }
        }
    }

    /// Whether a printable character of ASCII may be one that is escaped, asked before ``escape(_:)`` because nearly none is.
    private func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): true
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): isForScript
        default: false
        }
    }

    /// What is written for a character; nil: the character itself.
    private func escape(_ scalar: Unicode.Scalar) -> String? {
        if isForScript, scalar == "<" || scalar == ">" || scalar == "&" {
            return HiddenCharacters.jsonEscape(of: scalar)
        }
        return QuotedCharacter.escape(of: scalar, in: .json)
    }
}

extension JSONValue {
    /// The value as text, indented by two spaces, with a line feed at its end.
    package var text: String { String(decoding: JSONWriter.pretty(self), as: UTF8.self) }

    /// The value as text on one line.
    package var line: String { JSONWriter.compact(self) }
}
