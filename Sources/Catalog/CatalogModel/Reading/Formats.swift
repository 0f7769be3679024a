/// The formats of values that are texts in YAML. All of them work on bytes and take linear time.
package enum Formats {
    /// Whether it is a semantic version (Semantic Versioning 2.0.0, section 2): three numbers without leading zeros, then
    /// perhaps `-` and a pre-release, then perhaps `+` and a build.
    package static func isSemanticVersion(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= 64 else { return false }
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

    /// Whether it is a day that exists, as `YYYY-MM-DD`.
    package static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 10 && isDate(bytes)
    }

    /// Whether it is a moment as RFC 3339 writes it: `2026-02-05T10:00:00Z`, with a fraction or an offset if wanted.
    package static func isTimestamp(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, isDate(bytes), bytes[10] == 0x54 || bytes[10] == 0x74,
            bytes[13] == 0x3A, bytes[16] == 0x3A,
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2),
            let second = number(bytes, 17, 2),
            hour < 24, minute < 60, second <= 60
        else { return false }
        var index = 19
        if bytes[index] == 0x2E {
            index += 1
            let start = index
            while index < bytes.count, ASCII.isDigit(bytes[index]) { index += 1 }
            if index == start { return false }
        }
        guard index < bytes.count else { return false }
        if bytes[index] == 0x5A || bytes[index] == 0x7A { return index + 1 == bytes.count }
        guard bytes[index] == 0x2B || bytes[index] == 0x2D, bytes.count == index + 6,
            bytes[index + 3] == 0x3A,
            let hours = number(bytes, index + 1, 2), let minutes = number(bytes, index + 4, 2)
        else { return false }
        return hours < 24 && minutes < 60
    }

    /// Whether it is a UUID (RFC 9562, section 4): 8, 4, 4, 4 and 12 hexadecimal digits.
    package static func isUUID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        for index in 0..<36 {
            switch index {
            case 8, 13, 18, 23: if bytes[index] != 0x2D { return false }
            default: if !isHexadecimal(bytes[index]) { return false }
            }
        }
        return true
    }

    /// Whether it has a scheme and something behind it, and no space (RFC 3986, section 3, in part).
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

    /// Whether it is an IPv4 address in four decimal numbers, or an IPv6 address (RFC 4291, section 2.2).
    package static func isIPAddress(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return isIPv4(bytes[...]) || isIPv6(bytes)
    }

    /// Whether it is the name of an environment variable: `[A-Z][A-Z0-9_]*`.
    static func isVariable(_ text: String) -> Bool {
        guard let first = text.utf8.first, ASCII.isUpper(first), text.utf8.count <= WireName.maximumLength
        else { return false }
        return text.utf8.allSatisfy { ASCII.isUpper($0) || ASCII.isDigit($0) || $0 == 0x5F }
    }

    private static func isDate(_ bytes: [UInt8]) -> Bool {
        guard bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes, 0, 4),
            let month = number(bytes, 5, 2),
            let day = number(bytes, 8, 2), month >= 1, month <= 12, day >= 1
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for byte in bytes[start..<start + count] {
            guard ASCII.isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)
    }

    private static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.count) && part.allSatisfy(ASCII.isDigit)
                    && part.reduce(0) { $0 * 10 + Int($1 - 0x30) } < 256
                    && (part.count == 1 || part.first != 0x30)
            }
    }

    private static func isIPv6(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2, bytes.count <= 45 else { return false }
        // A single colon at an end is no gap.
        if bytes[0] == 0x3A, bytes[1] != 0x3A { return false }
        if bytes[bytes.count - 1] == 0x3A, bytes[bytes.count - 2] != 0x3A { return false }
        var parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return false }
        // A "::" at an end gives two empty parts there; one of them is no part.
        if parts[0].isEmpty, parts[1].isEmpty { parts.removeFirst() }
        if parts[parts.count - 1].isEmpty, parts[parts.count - 2].isEmpty { parts.removeLast() }
        var groups = 0
        var gaps = 0
        for (index, part) in parts.enumerated() {
            if part.isEmpty {
                gaps += 1
            } else if index == parts.count - 1, isIPv4(part) {
                groups += 2
            } else {
                guard part.count <= 4, part.allSatisfy(isHexadecimal) else { return false }
                groups += 1
            }
        }
        return gaps == 0 ? groups == 8 : gaps == 1 && groups < 8
    }
}
