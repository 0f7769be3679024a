import SignalVocabulary

/// The formats of values that are texts in YAML. All of them work on bytes and take linear time.
package enum Formats {
    /// Whether it is a semantic version (Semantic Versioning 2.0.0, section 2): three numbers without leading zeros, then
    /// perhaps `-` and a pre-release, then perhaps `+` and a build.
    package static func isSemanticVersion(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= DeclarationLimits.versionLength else { return false }
        var index = 0
        for part in 0..<3 {
            if part > 0 {
                guard index < bytes.count, bytes[index] == 0x2E else { return false }
                index += 1
            }
            let start = index
            while index < bytes.count, ASCII.isDigit(bytes[index]) { index += 1 }
            if index == start || index - start > 9 { return false }
            if index - start > 1, bytes[start] == 0x30 { return false }
        }
        for mark: UInt8 in [0x2D, 0x2B] where index < bytes.count && bytes[index] == mark {
            var previous = mark
            index += 1
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0x2B, mark == 0x2D { break }
                if byte == 0x2E {
                    if previous == 0x2E || previous == mark { return false }
                } else if !ASCII.isAlphanumeric(byte), byte != 0x2D {
                    return false
                }
                previous = byte == 0x2D ? 0x61 : byte
                index += 1
            }
            if previous == mark || previous == 0x2E { return false }
        }
        return index == bytes.count
    }

    /// Whether it has a scheme, something after it, and no space (RFC 3986, section 3, in part).
    package static func isURL(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: 0x3A), colon > 0, colon + 1 < bytes.count,
            ASCII.isLetter(bytes[0])
        else { return false }
        return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            && bytes[..<colon].allSatisfy {
                ASCII.isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
            }
    }

    /// Whether it is the name of an environment variable: `[A-Z][A-Z0-9_]*`.
    static func isVariable(_ text: String) -> Bool {
        guard let first = text.utf8.first, ASCII.isUpper(first),
            text.utf8.count <= DeclarationLimits.nameLength
        else { return false }
        return text.utf8.allSatisfy { ASCII.isUpper($0) || ASCII.isDigit($0) || $0 == 0x5F }
    }

    /// Whether it is the whole address of a page, as far as that is seen from its characters (RFC 3986): a scheme of the web, a host, and none
    /// of the characters that an address writes as `%` and digits.
    package static func isWebAddress(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        guard let first = rest.first, ASCII.isAlphanumeric(first) || first == UInt8(ascii: "[") else {
            return false
        }
        return rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    }
}
