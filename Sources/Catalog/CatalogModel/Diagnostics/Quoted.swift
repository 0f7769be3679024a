import SignalVocabulary

/// Text of a catalog or a command line as it is shown to people.
package enum Quoted {
    /// The most bytes of it that are shown.
    private static let maximumLength = 60

    /// The text in quotes, on one line: hidden characters are escaped, and what is too long is cut.
    package static func text(_ text: String) -> String {
        var result = "\""
        var length = 0
        for scalar in text.unicodeScalars {
            if length >= maximumLength {
                result += "…"
                break
            }
            let shown =
                HiddenCharacters.contains(scalar) ? HiddenCharacters.escape(of: scalar) : String(scalar)
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
}
