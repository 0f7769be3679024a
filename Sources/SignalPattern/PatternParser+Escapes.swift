extension PatternParser {
    /// `\d` and its like, control characters, or escaped punctuation.
    ///
    /// - Returns: What it stands for, and the scalar if it is just one.
    mutating func escape(inClass: Bool) throws(PatternError) -> (set: ScalarSet, scalar: Unicode.Scalar?) {
        guard let letter = peek(1) else {
            throw error("the pattern ends in \"\\\"; a literal one is \"\\\\\"")
        }
        if let set = Self.set(letter) {
            index += 2
            return (set, nil)
        }
        guard let scalar = Self.scalar(letter) else {
            if letter == "b", inClass { throw error("the backspace escape \"\\b\" is not supported") }
            let name = Self.refusedEscape(letter)
            throw error(
                name.map { "\($0) \"\\\(letter)\" is not supported" } ?? "unknown escape \"\\\(letter)\"")
        }
        index += 2
        return (ScalarSet([scalar.value...scalar.value]), scalar)
    }

    private static func set(_ letter: Unicode.Scalar) -> ScalarSet? {
        switch letter {
        case "d": .digit
        case "D": ScalarSet.digit.inverted
        case "w": .word
        case "W": ScalarSet.word.inverted
        case "s": .space
        case "S": ScalarSet.space.inverted
        default: nil
        }
    }

    private static func scalar(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
        switch letter {
        case "t": "\t"
        case "n": "\n"
        case "r": "\r"
        case "f": "\u{0C}"
        case "v": "\u{0B}"
        case "!"..."/", ":"..."@", "["..."`", "{"..."~", " ": letter
        default: nil
        }
    }

    /// What an escape is in the dialects that have it.
    private static func refusedEscape(_ letter: Unicode.Scalar) -> String? {
        switch letter {
        case "b", "B": "the word boundary"
        case "A", "z", "Z", "G": "the anchor"
        case "1"..."9": "the back-reference"
        case "k", "g": "the named back-reference"
        case "p", "P": "the Unicode property"
        case "N", "X", "R", "O", "y", "Y", "C": "the Unicode escape"
        case "x", "u", "U", "o", "0": "the numeric escape"
        case "c", "a", "e": "the control escape"
        case "h", "H", "V": "the white-space class"
        case "K": "the match reset"
        case "Q", "E": "the quotation"
        default: nil
        }
    }

    /// The name of the group that begins here, if it is of a kind that is not supported.
    func refusedGroup() -> String? {
        if peek(1) == "*" { return "a control verb \"(*\"" }
        guard peek(1) == "?" else { return nil }
        switch (peek(2) ?? "\0", peek(3) ?? "\0") {
        case (":", _): return nil
        case ("=", _): return "look-ahead \"(?=\""
        case ("!", _): return "negative look-ahead \"(?!\""
        case ("<", "="): return "look-behind \"(?<=\""
        case ("<", "!"): return "negative look-behind \"(?<!\""
        case ("<", _), ("'", _), ("P", "<"): return "a named group"
        case ("P", "="): return "a named back-reference \"(?P=\""
        case (">", _): return "an atomic group \"(?>\""
        case ("#", _): return "a comment \"(?#\""
        case ("|", _): return "a branch reset \"(?|\""
        case ("(", _): return "a conditional \"(?(\""
        case ("R", _), ("&", _), ("0"..."9", _), ("P", ">"), ("+", _): return "recursion"
        case ("-", "0"..."9"): return "recursion"
        case ("a"..."z", _), ("A"..."Z", _), ("-", _), ("^", _):
            return "a flag group \"(?\(peek(2).map { "\($0)" } ?? "")\""
        default: return "a group beginning with \"(?\""
        }
    }
}
