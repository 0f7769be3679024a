import SignalVocabulary

/// Texts between double quotes, as YAML (1.2.2, section 7.3.1) and JSON read them.
package enum DoubleQuoted {
    /// The text with its quotes. Hidden characters are escaped, so that all of the text can be seen. YAML and this parser read it
    /// back unchanged.
    ///
    /// - Parameter isJSON: whether to write only escapes that JSON has, too (RFC 8259, section 7).
    package static func text(_ text: String, isJSON: Bool = false) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if let escape = QuotedCharacter.escape(of: scalar, in: isJSON ? .json : .yaml) {
                result += escape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
