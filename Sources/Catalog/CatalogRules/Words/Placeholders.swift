import SignalVocabulary

/// Texts in the place of others that were to be written later.
enum Placeholders {
    /// Whether a text says nothing: `TODO`, `N/A`, `tbd: later`, `To be described.`, `...`.
    static func isPlaceholder(_ text: String) -> Bool {
        guard mayBePlaceholder(text) else { return false }
        var word = ""
        for byte in text.utf8 {
            if byte >= 0x80 { return false }
            if ASCII.isUpper(byte) || NameWords.isWordByte(byte) {
                word.unicodeScalars.append(Unicode.Scalar(ASCII.lowercased(byte)))
                if word.utf8.count > 12 { return false }
            } else if byte == 0x2F {
                continue
            } else if !word.isEmpty {
                break
            }
        }
        // These begin a placeholder, whatever comes after them.
        if openings.contains(word) { return true }
        if word == "to" {
            return text.utf8.count < 24 && (text.hasPrefix("To be d") || text.hasPrefix("to be d"))
        }
        guard words.contains(word) || !word.utf8.contains(where: ASCII.isLetter) else { return false }
        // Nothing but that word, or no word at all.
        return text.utf8.count(where: ASCII.isLetter) <= word.utf8.count(where: ASCII.isLetter)
    }

    /// What is seen from bytes alone. False for nearly every text: its first word begins unlike the openings, and others follow.
    private static func mayBePlaceholder(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var first: UInt8?
            for (index, byte) in bytes.enumerated() {
                if byte >= 0x80 { return false }
                if ASCII.isAlphanumeric(byte) {
                    if first == nil { first = ASCII.lowercased(byte) }
                } else if byte != UInt8(ascii: "/"), let first {
                    return openingLetters.contains(first) || !bytes[index...].contains(where: ASCII.isLetter)
                }
            }
            return true
        }
    }

    /// The letters that ``openings`` begin with, and the "to" of "to be described".
    private static let openingLetters = [UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "x")]

    private static let openings: Set<String> = ["todo", "tbd", "fixme", "xxx", "tba"]

    private static let words: Set<String> = [
        "na", "none", "null", "nil", "nothing", "unknown", "description", "desc", "placeholder", "test",
        "foo", "bar", "asdf", "temp", "later", "wip", "empty", "see", "reason", "because",
    ]
}
