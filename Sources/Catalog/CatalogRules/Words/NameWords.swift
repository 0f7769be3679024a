import SignalVocabulary

/// The words that a name is made of.
enum NameWords {
    /// The words in lower case: `session_created`, `session-created`, `session.created` and `sessionCreated` are two.
    static func split(_ name: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var previous: UInt8 = 0
        func finish() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in name.utf8 {
            if ASCII.isUpper(byte) {
                if !ASCII.isUpper(previous) { finish() }
                word.append(ASCII.lowercased(byte))
            } else if isWordByte(byte) {
                word.append(byte)
            } else {
                finish()
            }
            previous = byte
        }
        finish()
        return words
    }

    /// Whether it is part of a word: a small letter or a digit of ASCII, or anything beyond ASCII.
    static func isWordByte(_ byte: UInt8) -> Bool {
        ASCII.isLower(byte) || ASCII.isDigit(byte) || byte >= 0x80
    }

    /// The word without the `s` of a plural.
    static func singular(_ word: String) -> String {
        // Most words end in another letter, which is seen without comparing texts.
        guard word.utf8.count > 3, word.utf8.last == UInt8(ascii: "s"), word.hasSuffix("s"),
            !word.hasSuffix("ss"), !word.hasSuffix("us"),
            !word.hasSuffix("is")
        else { return word }
        return word.hasSuffix("ies") ? word.dropLast(3) + "y" : String(word.dropLast())
    }
}
