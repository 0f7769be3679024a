/// Text of a catalog or a command line as it is shown to people.
package enum Quoted {
    /// The most bytes of it that are shown.
    private static let maximumLength = 60

    /// The text in quotes, on one line: control characters are escaped, and what is too long is cut.
    package static func text(_ text: String) -> String {
        var result = "\""
        var length = 0
        for scalar in text.unicodeScalars {
            if length >= maximumLength {
                result += "…"
                break
            }
            let shown = shown(scalar)
            result += shown
            length += shown.utf8.count
        }
        return result + "\""
    }

    /// The texts in quotes with commas between them: `"a", "b" or "c"`.
    package static func list(_ texts: [String], last word: String = "or") -> String {
        let quoted = texts.map { text($0) }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " " + word + " " + last
    }

    /// The whole text on one line without quotes: control characters are escaped.
    package static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        return text.unicodeScalars.map(shown).joined()
    }

    /// A scalar, or its escape where it is invisible or would reorder what stands around it.
    private static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: String(scalar)
        }
    }
}
