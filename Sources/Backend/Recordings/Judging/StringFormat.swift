/// The forms of strings that stand for something.
enum StringFormat {
    /// Whether it is a UUID: 8, 4, 4, 4 and 12 hexadecimal digits (RFC 9562, section 4).
    static func isUUID(_ bytes: ByteSpan) -> Bool {
        guard bytes.count == 36 else { return false }
        for index in 0..<36 {
            switch index {
            case 8, 13, 18, 23: if bytes[index] != UInt8(ascii: "-") { return false }
            default: if !isHexadecimal(bytes[index]) { return false }
            }
        }
        return true
    }

    /// Whether it is RFC 3339 text of a year from 0000 to 9999; the fields' own ranges are looked at by ``Timestamp``, within its years.
    static func isTimestamp(_ bytes: ByteSpan) -> Bool {
        guard bytes.count == 27 || bytes.count == 20 else { return false }
        let model: StaticString = "0000-00-00T00:00:00.000000Z"
        for index in bytes.indices {
            let expected = index == 19 && bytes.count == 20 ? UInt8(ascii: "Z") : model.utf8Start[index]
            if expected == UInt8(ascii: "0") {
                if bytes[index] &- 0x30 > 9 { return false }
            } else if bytes[index] != expected {
                return false
            }
        }
        return true
    }

    /// Whether it has a scheme and something behind it, and no space or control character (RFC 3986, section 3, in part).
    ///
    /// A reference without a scheme is taken too: the runtime writes what it is given.
    static func isURL(_ bytes: ByteSpan) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") }
    }

    /// Whether a URL has user information, a query or a fragment, which the runtime leaves out.
    static func hasPrivateParts(_ bytes: ByteSpan) -> Bool {
        if bytes.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) { return true }
        guard let slashes = bytes.firstIndex(of: UInt8(ascii: "/")), slashes + 1 < bytes.count,
            bytes[slashes + 1] == UInt8(ascii: "/")
        else { return false }
        let authority = bytes[(slashes + 2)...].prefix { $0 != UInt8(ascii: "/") }
        return authority.contains(UInt8(ascii: "@"))
    }

    /// Whether it is an IPv4 address of four decimal numbers, or may be an IPv6 address (RFC 4291, section 2.2).
    static func isIPAddress(_ bytes: ByteSpan) -> Bool {
        if bytes.contains(UInt8(ascii: ":")) {
            return bytes.count >= 2 && bytes.count <= 45
                && bytes.allSatisfy {
                    isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
                }
        }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.count) && part.allSatisfy { $0 &- 0x30 < 10 }
                    && part.reduce(0) { $0 * 10 + Int($1 &- 0x30) } <= 255
            }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }
}
