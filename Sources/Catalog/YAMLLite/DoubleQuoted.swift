import SignalVocabulary

/// Texts between double quotes, as YAML (1.2.2, section 7.3.1) and JSON read them.
package enum DoubleQuoted {
    /// The text with its quotes. Everything hidden is escaped, so that the text shows all it has; both YAML and this parser read it
    /// back as it was.
    ///
    /// - Parameter isJSON: whether to write only escapes that JSON has, too (RFC 8259, section 7).
    package static func text(_ text: String, isJSON: Bool = false) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default:
                if !HiddenCharacters.contains(scalar) {
                    result.unicodeScalars.append(scalar)
                } else {
                    result +=
                        isJSON
                        ? HiddenCharacters.jsonEscape(of: scalar) : HiddenCharacters.yamlEscape(of: scalar)
                }
            }
        }
        return result + "\""
    }
}
