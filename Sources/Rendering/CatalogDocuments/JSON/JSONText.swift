import SignalVocabulary

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
        bytes.append(0x22)
        defer { bytes.append(0x22) }
        if HiddenCharacters.isPrintableASCII(string) {
            // Each byte is a character: what lies between two escapes is copied in one piece.
            var string = string
            return string.withUTF8 { text in
                var start = 0
                for index in text.indices {
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

    /// What is written for a character; nil: the character itself.
    private func escape(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "<", ">", "&": isForScript ? HiddenCharacters.jsonEscape(of: scalar) : nil
        default: HiddenCharacters.contains(scalar) ? HiddenCharacters.jsonEscape(of: scalar) : nil
        }
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
