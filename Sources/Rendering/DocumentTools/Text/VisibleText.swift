import SignalVocabulary

/// Text as readers may see it: no character in it is hidden, and none changes the order of those around it.
package enum VisibleText {
    /// How hidden characters are shown.
    package enum Form: Sendable {
        /// By their numbers, such as `⟨U+202E⟩`. Line feeds stay, and a tab becomes a space. This is for documentation.
        case document
        /// As messages show them, such as `\u{202E}`; line feeds and tabs, too, so that a value stays on its line. This is for
        /// values that were recorded.
        case message
    }

    /// The text with its hidden characters shown. Linear; printable ASCII is returned as it is.
    package static func of(_ text: String, as form: Form = .document) -> String {
        if form == .message { return HiddenCharacters.escaped(text) }
        if isPlain(text) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                result += " "
            } else if scalar != "\n", HiddenCharacters.contains(scalar) {
                result += HiddenCharacters.mark(of: scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text of a document on one line: every run of white space becomes one space.
    package static func oneLine(_ text: String) -> String {
        let visible = of(text)
        guard visible.utf8.contains(0x0A) else { return visible }
        return visible.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
    }

    /// JSON on one line, with hidden characters as JSON's own escapes. Its meaning does not change.
    package static func json(_ text: String) -> String {
        if HiddenCharacters.isPrintableASCII(text) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 {
                // This is white space between values, because JSON has no control character in a string.
                result += " "
            } else if HiddenCharacters.contains(scalar) {
                result += HiddenCharacters.jsonEscape(of: scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A } }
    }
}
