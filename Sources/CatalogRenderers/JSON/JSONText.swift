/// JSON as text, appended to bytes.
enum JSONText {
    /// The value indented by two spaces a level, short lists of scalars on one line, with a line feed at the end.
    static func pretty(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, indent: 0, to: &bytes)
        bytes.append(0x0A)
        return bytes
    }

    /// The value on one line.
    static func compact(_ value: JSONValue) -> String {
        var bytes: [UInt8] = []
        append(value, indent: nil, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a string with its quotes.
    ///
    /// Besides what JSON asks for, `<`, `>`, `&`, U+2028 and U+2029 are escaped, so that the text may stand in a script as well.
    static func append(string: String, to bytes: inout [UInt8]) {
        var string = string
        bytes.append(0x22)
        string.withUTF8 { text in
            var start = 0
            for index in text.indices {
                let byte = text[index]
                let escape: StaticString
                switch byte {
                case 0x22: escape = "\\\""
                case 0x5C: escape = "\\\\"
                case 0x0A: escape = "\\n"
                case 0x0D: escape = "\\r"
                case 0x09: escape = "\\t"
                case 0x3C: escape = "\\u003C"
                case 0x3E: escape = "\\u003E"
                case 0x26: escape = "\\u0026"
                case 0x7F: escape = "\\u007F"
                case 0..<0x20: escape = ""
                case 0xE2
                where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
                    bytes.append(contentsOf: text[start..<index])
                    bytes.append(contentsOf: (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
                    start = index + 3
                    continue
                default: continue
                }
                bytes.append(contentsOf: text[start..<index])
                if escape.utf8CodeUnitCount == 0 {
                    bytes.append(contentsOf: "\\u00".utf8)
                    bytes.append(hexadecimal(byte >> 4))
                    bytes.append(hexadecimal(byte & 0xF))
                } else {
                    escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
                }
                start = index + 1
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(0x22)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }

    /// Appends a value, indented where `indent` is not nil.
    static func append(_ value: JSONValue, indent: Int?, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .double(let number):
            bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
        case .string(let text): append(string: text, to: &bytes)
        case .array(let elements):
            let isShort = elements.count <= 24 && elements.allSatisfy(\.isScalar)
            list("[", "]", elements, indent: isShort ? nil : indent, to: &bytes) { element, inner, bytes in
                append(element, indent: inner, to: &bytes)
            }
        case .object(let members):
            list("{", "}", members, indent: indent, to: &bytes) { member, inner, bytes in
                append(string: member.key, to: &bytes)
                bytes.append(0x3A)
                if indent != nil { bytes.append(0x20) }
                append(member.value, indent: inner, to: &bytes)
            }
        }
    }

    private static func list<Element>(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ elements: [Element], indent: Int?,
        to bytes: inout [UInt8],
        _ body: (Element, Int?, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 {
                bytes.append(0x2C)
                if indent == nil, open == "[" { bytes.append(0x20) }
            }
            if let indent { newLine(indent + 1, to: &bytes) }
            body(element, indent.map { $0 + 1 }, &bytes)
        }
        if let indent, !elements.isEmpty { newLine(indent, to: &bytes) }
        bytes.append(UInt8(ascii: close))
    }

    private static func newLine(_ indent: Int, to bytes: inout [UInt8]) {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * indent))
    }
}

extension JSONValue {
    /// Whether it is neither an array nor an object.
    var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}
