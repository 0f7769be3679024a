import SignalVocabulary
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
        return DoubleQuoted.text(text)
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
        guard let first = text.utf8.first, ASCII.isLetter(first) || first > 0x7F,
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
        guard text.utf8.count > 5, let first = text.utf8.first, ASCII.isLetter(first)
        else {
            return false
        }
        var last: UInt8 = 0
        for byte in text.utf8 {
            let isFine =
                ASCII.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2E
                || (byte == 0x20 && last != 0x20) || (byte == 0x2D && last != 0x20)
            if !isFine { return false }
            last = byte
        }
        return last != 0x20
    }

    /// Whether the text can stand between single quotes, or as it is in a block scalar, and shows all it has.
    static func isPrintable(_ text: String) -> Bool { !HiddenCharacters.occur(in: text) }
}
