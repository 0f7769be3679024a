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
            // A plain loop, since generators run unoptimised in debug builds.
            guard let base = bytes.baseAddress else { return true }
            let count = bytes.count
            var index = 0
            while index < count {
                if base[index] < 0x20 || base[index] > 0x7E { return false }
                index += 1
            }
            return true
        }
    }

    /// Whether a text holds one of these characters.
    package static func occur(in text: String) -> Bool {
        if isPrintableASCII(text) { return false }
        for scalar in text.unicodeScalars where contains(scalar) { return true }
        return false
    }

    /// A text on one line in which each of these characters is an ``escape(of:)``. Linear.
    package static func escaped(_ text: String) -> String {
        if isPrintableASCII(text) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if contains(scalar) { result += escape(of: scalar) } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// A character as Swift escapes it, as in `\u{202E}`: for Swift source and for messages.
    package static func escape(of scalar: Unicode.Scalar) -> String {
        "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }

    /// A character as JSON escapes it, as in `\u202E`; above U+FFFF as a pair of surrogates (RFC 8259, section 7).
    package static func jsonEscape(of scalar: Unicode.Scalar) -> String {
        var result = ""
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            result += "\\u" + digits(UInt32(unit), count: 4)
        }
        return result
    }

    /// A character as YAML escapes it between double quotes, as in `\u202E`; above U+FFFF as in `\U000E0001` (YAML 1.2.2,
    /// section 5.7).
    package static func yamlEscape(of scalar: Unicode.Scalar) -> String {
        scalar.value < 0x10000
            ? "\\u" + digits(scalar.value, count: 4) : "\\U" + digits(scalar.value, count: 8)
    }

    /// A character by its number between brackets, at least four upper-case hexadecimal digits, as in `⟨U+202E⟩`: for documentation, and
    /// for messages about patterns.
    package static func mark(of scalar: Unicode.Scalar) -> String {
        "⟨U+" + digits(scalar.value, count: 4) + "⟩"
    }

    /// A number in upper-case hexadecimal digits, with zeros in front up to `count`.
    private static func digits(_ value: UInt32, count: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }
}
