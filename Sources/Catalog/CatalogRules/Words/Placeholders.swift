import SignalVocabulary

/// Texts in the place of others that were to be written later.
enum Placeholders {
    /// Whether a text says nothing: `TODO`, `N/A`, `tbd: later`, `To be described.`, `...`.
    static func isPlaceholder(_ text: String) -> Bool {
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

    private static let openings: Set<String> = ["todo", "tbd", "fixme", "xxx", "tba"]

    private static let words: Set<String> = [
        "na", "none", "null", "nil", "nothing", "unknown", "description", "desc", "placeholder", "test",
        "foo", "bar", "asdf", "temp", "later", "wip", "empty", "see", "reason", "because",
    ]
}
