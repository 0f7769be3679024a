import SignalVocabulary

/// The words of a description.
enum DescriptionWords {
    /// Words that say nothing by themselves.
    private static let fillers: Set<String> = [
        "a", "an", "the", "of", "this", "that", "its", "is", "was", "event", "property", "field", "value",
        "for", "to",
    ]

    /// Whether a short description in ASCII has no words but those of a name, in singular or plural, and fillers; and at least one
    /// that is no filler.
    static func repeats(_ description: String, _ name: [String]) -> Bool {
        guard description.utf8.count <= 80 else { return false }
        var count = 0
        var word: [UInt8] = []
        /// Whether the word that ends here is one of the name or a filler.
        func isExpected() -> Bool {
            if word.isEmpty { return true }
            let text = String(decoding: word, as: UTF8.self)
            word.removeAll(keepingCapacity: true)
            if fillers.contains(text) { return true }
            count += 1
            let singular = NameWords.singular(text)
            return name.contains { $0 == text || NameWords.singular($0) == singular }
        }
        for byte in description.utf8 {
            if byte >= 0x80 { return false }
            if ASCII.isUpper(byte) {
                word.append(byte + 0x20)
            } else if NameWords.isWordByte(byte) {
                word.append(byte)
            } else if byte != 0x27, !isExpected() {
                return false
            }
        }
        return isExpected() && count > 0
    }

    /// How many words a text has, counted up to a limit.
    static func count(_ text: String, upTo limit: Int) -> Int {
        var count = 0
        var isInWord = false
        for byte in text.utf8 {
            let isSpace = byte == 0x20 || byte == 0x0A
            if !isSpace, !isInWord {
                count += 1
                if count == limit { return count }
            }
            isInWord = !isSpace
        }
        return count
    }
}
