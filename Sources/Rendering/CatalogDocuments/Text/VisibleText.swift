import SignalVocabulary

/// Text of a catalog as readers may see it: nothing in it is invisible, and nothing changes the order of what is around it.
enum VisibleText {
    /// The text with control and format characters, among them those that turn the direction of writing, shown by their numbers, such
    /// as `⟨U+202E⟩`. Line feeds stay, tabs become spaces. Linear; ASCII without control characters is handed back as it is.
    static func of(_ text: String) -> String {
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

    /// The text on one line: every run of white space is one space.
    static func oneLine(_ text: String) -> String {
        let visible = of(text)
        guard visible.utf8.contains(0x0A) else { return visible }
        return visible.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
    }

    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A } }
    }
}
