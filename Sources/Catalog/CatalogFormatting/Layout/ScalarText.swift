import YAMLLite

/// Texts as scalars: which quotes they need.
enum ScalarText {
    /// A string on one line, plain where it may be.
    ///
    /// - Parameters:
    ///   - wasPlain: whether it was written plain, so that it stays so unless its new surroundings forbid it. What was quoted loses its
    ///     quotes only where no reader of YAML, 1.1 included, could take it for anything else.
    ///   - inFlow: whether it stands in brackets.
    static func oneLine(_ text: String, wasPlain: Bool, inFlow: Bool) -> String {
        if wasPlain ? isPlain(text, inFlow: inFlow) : isPlainToAll(text, inFlow: inFlow) { return text }
        if isPrintable(text) { return "'" + text.replacing("'", with: "''") + "'" }
        return doubleQuoted(text)
    }

    /// Whether a text reads as itself without quotes.
    static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        if isWord(text) { return true }
        if text.utf8.contains(0x0A) || text.isEmpty { return false }
        // The parser itself knows best.
        let source = inFlow ? "{ k: " + text + ", l: 1 }\n" : "k: " + text + "\nl: 1\n"
        let result = parse(Array(source.utf8))
        guard result.problems.isEmpty, let entries = result.root?.mapping, entries.count == 2,
            let scalar = entries[0].value.scalar
        else { return false }
        return scalar.style == .plain && scalar.value == .string && scalar.text == text
            && entries[1].keyText == "l"
    }

    /// Whether a quoted text may lose its quotes.
    private static func isPlainToAll(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.utf8.first, first | 0x20 > 0x60, first | 0x20 < 0x7B || first > 0x7F,
            isPrintable(text), !isMisread(text)
        else { return false }
        return !text.utf8.contains(where: isSign) && isPlain(text, inFlow: inFlow)
    }

    /// Signs that mean something to YAML or to people who know it.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""),
            UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "&"),
            UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
            UInt8(ascii: "#"):
            true
        default: false
        }
    }

    /// Words that are truth values or nothing to readers of YAML 1.1.
    private static func isMisread(_ text: String) -> Bool {
        guard text.utf8.count < 6 else { return false }
        switch text.lowercased() {
        case "y", "n", "yes", "no", "on", "off", "true", "false", "null": return true
        default: return false
        }
    }

    /// Whether it is plain letters, digits, `_` and `-` with single spaces between, longer than any word with a meaning: the
    /// common case, told without the parser.
    private static func isWord(_ text: String) -> Bool {
        guard text.utf8.count > 5, let first = text.utf8.first, first | 0x20 > 0x60, first | 0x20 < 0x7B
        else {
            return false
        }
        var last: UInt8 = 0
        for byte in text.utf8 {
            let letter = byte | 0x20
            let isFine =
                (letter > 0x60 && letter < 0x7B) || (byte > 0x2F && byte < 0x3A) || byte == 0x5F
                || byte == 0x2E
                || (byte == 0x20 && last != 0x20) || (byte == 0x2D && last != 0x20)
            if !isFine { return false }
            last = byte
        }
        return last != 0x20
    }

    /// Whether the text can stand between single quotes, or as it is in a block scalar, and shows all it has.
    static func isPrintable(_ text: String) -> Bool {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return true }
        return text.unicodeScalars.allSatisfy { !isHidden($0) }
    }

    /// Whether a character is escaped: what YAML does not allow, what ends lines, and what cannot be seen. Joiners stay, for they
    /// are part of words and of emoji.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value == 0x200C || scalar.value == 0x200D { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            true
        default: false
        }
    }

    /// A text between double quotes, everything hidden escaped.
    ///
    /// - Parameter isJSON: whether to write escapes that JSON has too (RFC 8259, section 7).
    static func doubleQuoted(_ text: String, isJSON: Bool = false) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default:
                if !isHidden(scalar) {
                    result.unicodeScalars.append(scalar)
                } else if scalar.value < 0x10000 {
                    result += "\\u" + hexadecimal(scalar.value, 4)
                } else if isJSON {
                    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                        result += "\\u" + hexadecimal(UInt32(unit), 4)
                    }
                } else {
                    result += "\\U" + hexadecimal(scalar.value, 8)
                }
            }
        }
        return result + "\""
    }

    private static func hexadecimal(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
