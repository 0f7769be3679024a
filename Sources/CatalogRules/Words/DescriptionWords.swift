/// The words of a description.
enum DescriptionWords {
    /// Words that say nothing by themselves.
    private static let fillers: Set<String> = [
        "a", "an", "the", "of", "this", "that", "its", "is", "was", "event", "property", "field", "value",
        "for", "to",
    ]

    /// The words of a short description that say something, in lower case and singular; nil when it is too long to be a
    /// repetition of a name, or not in ASCII.
    static func meaningful(_ text: String) -> [String]? {
        guard text.utf8.count <= 80 else { return nil }
        var words: [String] = []
        var word: [UInt8] = []
        func finish() {
            guard !word.isEmpty else { return }
            let text = String(decoding: word, as: UTF8.self)
            if !fillers.contains(text) { words.append(NameWords.singular(text)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8 {
            if byte >= 0x80 { return nil }
            if NameWords.isUpper(byte) {
                word.append(byte + 0x20)
            } else if NameWords.isWordByte(byte) {
                word.append(byte)
            } else if byte != 0x27 {
                finish()
            }
        }
        finish()
        return words
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
