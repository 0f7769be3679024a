/// How a character is written in a text between double quotes.
///
/// JSON (RFC 8259, section 7) and YAML (1.2.2, section 5.7) agree on quotes, backslashes, line ends and tabs. They differ in how they
/// write a hidden character by its number.
package enum QuotedCharacter {
    /// A language that has such texts.
    package enum Language: Sendable {
        case json, yaml
    }

    /// What is written for a character; nil: the character itself.
    package static func escape(of scalar: Unicode.Scalar, in language: Language) -> String? {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            guard HiddenCharacters.contains(scalar) else { return nil }
            return switch language {
            case .json: HiddenCharacters.jsonEscape(of: scalar)
            case .yaml: HiddenCharacters.yamlEscape(of: scalar)
            }
        }
    }
}
