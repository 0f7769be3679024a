/// Text of a catalog or a command line as it is shown in a message.
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
            let shown =
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
                    .unassigned:
                    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                default: String(scalar)
                }
            result += shown
            length += shown.utf8.count
        }
        return result + "\""
    }

    /// The texts in quotes with commas between them: `"a", "b" or "c"`.
    package static func list(_ texts: [String]) -> String {
        let quoted = texts.map(text)
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}
