import YAMLLite

/// Text as YAML.
enum YAMLText {
    /// The text as a scalar: as it is where every reader takes it for text, within braces too, else in double quotes.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// Whether our own reader takes the text for just itself within braces. (A text that begins with `---` is a document's
    /// start, and one with line ends is folded, so that both are quoted.)
    private static func isPlain(_ text: String) -> Bool {
        guard !text.isEmpty, !text.hasPrefix("---"),
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return false }
        let result = parse(Array("{k: \(text)}\n".utf8))
        guard result.problems.isEmpty, let entries = result.root?.mapping, entries.count == 1,
            let scalar = entries[0].value.scalar
        else { return false }
        return scalar.style == .plain && scalar.value == .string && scalar.text == text
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\x" + (digits.count < 2 ? "0" : "") + digits
            case "\u{2028}", "\u{2029}", "\u{FEFF}":
                result += "\\u" + String(scalar.value, radix: 16, uppercase: true)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
