extension PatternParser {
    /// Reads what follows the backslash at `start`.
    mutating func escape(_ start: Int, inClass: Bool) throws(PatternError) -> ScalarSet {
        guard let scalar = next else { throw error(#"the pattern ends in "\""#, at: start) }
        index += 1
        switch scalar {
        case "d": return .digits
        case "D": return ScalarSet.digits.complement
        case "w": return .wordCharacters
        case "W": return ScalarSet.wordCharacters.complement
        case "s": return .whitespace
        case "S": return ScalarSet.whitespace.complement
        case "t": return ScalarSet("\t")
        case "n": return ScalarSet("\n")
        case "v": return ScalarSet("\u{0B}")
        case "f": return ScalarSet("\u{0C}")
        case "r": return ScalarSet("\r")
        case "<", ">", "'", "`": break  // Word boundaries and anchors elsewhere.
        case "!"..."/", ":"..."@", "["..."`", "{"..."~": return ScalarSet(scalar)
        default: break
        }
        throw refusedEscape(scalar, start, inClass: inClass)
    }

    /// Names what other dialects mean by the escape at `start`.
    private func refusedEscape(_ scalar: Unicode.Scalar, _ start: Int, inClass: Bool) -> PatternError {
        let shown = quoted(start, index)
        let message =
            switch scalar {
            case "b" where inClass: "a backspace (\(shown)) is not supported"
            case "b", "B", "<", ">": "word boundaries (\(shown)) are not supported"
            case "A", "Z", "z", "G", "'", "`":
                "the anchor \(shown) is not supported; the whole value is always matched"
            case "1"..."9", "g": "back-references (\(shown)) are not supported"
            case "k": "named back-references (\(shown)) are not supported"
            case "p", "P": "Unicode properties (\(shown)) are not supported"
            case "h", "H", "V", "R": "white-space classes of other dialects (\(shown)) are not supported"
            case "c": #"control escapes ("\c") are not supported; write the character itself"#
            case "0", "x", "u", "U", "N", "o":
                "character codes (\(shown)) are not supported; write the character itself"
            case "Q", "E": "quotation (\(shown)) is not supported"
            default: "the escape \(shown) is not supported"
            }
        return error(message, at: start)
    }
}
