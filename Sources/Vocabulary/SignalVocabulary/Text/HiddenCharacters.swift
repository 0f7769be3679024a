/// Which characters cannot be seen, or change the order of those around them.
///
/// One meaning for all that is written: generated Swift, canonical YAML, documentation, messages and terminals escape the same ones.
package enum HiddenCharacters {
    /// Whether a character is a control or format character, a separator of lines or paragraphs, or has no meaning yet.
    ///
    /// U+200C and U+200D are not hidden: these joiners are part of words and of emoji, and neither hide nor reorder anything.
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x20, scalar.value < 0x7F { return false }
        if scalar.value == 0x200C || scalar.value == 0x200D { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            true
        default: false
        }
    }

    /// Whether a text is printable ASCII throughout, so that it holds none of these characters. Linear, without Unicode's tables.
    package static func isPrintableASCII(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for byte in bytes where byte < 0x20 || byte > 0x7E { return false }
            return true
        }
    }

    /// A character by its number: at least four upper-case hexadecimal digits, as in `202E`.
    package static func number(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
