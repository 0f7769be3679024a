/// JSON as text under construction. Whatever is no visible character of a line is escaped.
struct JSONText {
    /// What was written, UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Whether `<`, `>` and `&` are escaped, too, so that the text may stand in a script.
    private let isForScript: Bool

    /// An empty text.
    init(isForScript: Bool = false) { self.isForScript = isForScript }

    /// The value indented by two spaces a level, short lists of scalars on one line, with a line feed at the end.
    static func pretty(_ value: JSONValue) -> [UInt8] {
        var text = JSONText()
        text.append(value, indent: 0)
        text.put("\n")
        return text.bytes
    }

    /// The value on one line.
    static func compact(_ value: JSONValue) -> String {
        var text = JSONText()
        text.append(value)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// Appends text as it is.
    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends a value; where `indent` is not nil, on as many lines as it takes.
    mutating func append(_ value: JSONValue, indent: Int? = nil) {
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
        var string = string
        bytes.append(0x22)
        string.withUTF8 { text in
            var start = 0
            for index in text.indices {
                guard let escape = escape(text, at: index) else { continue }
                bytes.append(contentsOf: text[start..<index])
                put(escape.text)
                start = index + escape.length
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(0x22)
    }

    /// What is written for the byte at an index and for those that belong to it; nil: the byte itself.
    private func escape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
        let byte = text[index]
        switch byte {
        case 0x22: return ("\\\"", 1)
        case 0x5C: return ("\\\\", 1)
        case 0x0A: return ("\\n", 1)
        case 0x0D: return ("\\r", 1)
        case 0x09: return ("\\t", 1)
        case 0x7F, 0..<0x20: return ("\\u00" + Self.hexadecimal(byte), 1)
        case 0xC2:
            // U+0080 through U+009F, which a terminal may obey.
            guard index + 1 < text.count, text[index + 1] < 0xA0 else { return nil }
            return ("\\u00" + Self.hexadecimal(text[index + 1]), 2)
        case 0x3C, 0x3E, 0x26: return isForScript ? ("\\u00" + Self.hexadecimal(byte), 1) : nil
        case 0xEF:
            // U+FEFF, which is not seen.
            guard index + 2 < text.count, text[index + 1] == 0xBB, text[index + 2] == 0xBF else { return nil }
            return ("\\uFEFF", 3)
        case 0xE2:
            // U+2028 and U+2029, which end a line of a script.
            guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8
            else { return nil }
            return (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        default: return nil
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}

extension JSONValue {
    /// The value as text, indented by two spaces, with a line feed at its end.
    package var text: String { String(decoding: JSONText.pretty(self), as: UTF8.self) }

    /// The value as text on one line.
    package var line: String { JSONText.compact(self) }

    /// Whether it is neither an array nor an object.
    var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}
