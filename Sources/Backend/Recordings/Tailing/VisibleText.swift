import SignalVocabulary

/// Text of a recording as a terminal may be given it.
package enum VisibleText {
    /// JSON with hidden characters as its own escapes, which changes nothing in what it means.
    package static func json(_ text: String) -> String {
        if HiddenCharacters.isPrintableASCII(text) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 {
                // White space between values: in a string, a tab or a line feed is an escape already.
                result += " "
            } else if HiddenCharacters.contains(scalar) {
                result += HiddenCharacters.jsonEscape(of: scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
