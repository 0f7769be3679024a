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
            if isUpper(byte) {
                if !isUpper(previous) { finish() }
                word.append(byte + 0x20)
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

    /// Whether it is `A` … `Z`.
    static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    /// Whether it is `0` … `9`.
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether it is part of a word: a small letter or a digit of ASCII, or anything beyond ASCII.
    static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || isDigit(byte) || byte >= 0x80
    }

    /// The word without the `s` of a plural.
    static func singular(_ word: String) -> String {
        guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
            !word.hasSuffix("is")
        else { return word }
        return word.hasSuffix("ies") ? word.dropLast(3) + "y" : String(word.dropLast())
    }
}

/// The words of names that occur many times, found once.
struct WordCache {
    private var words: [String: [String]] = [:]

    /// The words of a name.
    mutating func words(of name: String) -> [String] {
        if let known = words[name] { return known }
        let found = NameWords.split(name)
        words[name] = found
        return found
    }
}
