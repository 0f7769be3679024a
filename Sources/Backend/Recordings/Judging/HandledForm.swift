import CatalogModel
import SignalVocabulary

/// What values look like after the runtime has handled them.
enum HandledForm {
    /// Whether a string may be what the handling makes of a value.
    ///
    /// - Parameter maximumLength: what `truncate` cuts to, in Unicode scalars.
    static func isPossible(_ bytes: ByteSpan, of handling: Handling, maximumLength: Int) -> Bool {
        switch handling {
        case .hash: isHash(bytes)
        case .redact: Bytes.equal(bytes, "[redacted]")
        case .mask: isMasked(bytes)
        case .truncate: isAtMost(maximumLength, bytes)
        case .drop: false
        }
    }

    /// Whether it is a keyed hash: the key's name, a colon, 32 hexadecimal digits in lower case.
    static func isHash(_ bytes: ByteSpan) -> Bool {
        guard bytes.count >= 33, let base = bytes.baseAddress, base[bytes.count - 33] == UInt8(ascii: ":")
        else {
            return false
        }
        for index in bytes.count - 32..<bytes.count {
            let byte = base[index]
            guard byte &- 0x30 < 10 || byte &- 0x61 < 6 else { return false }
        }
        return true
    }

    /// Whether it is asterisks, at most eight, and behind eight or what a value of nine scalars or more leaves, its last four scalars.
    private static func isMasked(_ bytes: ByteSpan) -> Bool {
        let stars = bytes.prefix { $0 == UInt8(ascii: "*") }.count
        if stars == bytes.count { return stars <= PropertyLimits.maskLength }
        guard stars > PropertyLimits.maskLength - PropertyLimits.unmaskedLength else { return false }
        let rest = ByteSpan(rebasing: bytes[stars...])
        return scalarCount(rest) <= PropertyLimits.unmaskedLength
    }

    /// Whether a string has at most so many Unicode scalars.
    @inline(__always)
    static func isAtMost(_ limit: Int, _ bytes: ByteSpan) -> Bool {
        bytes.count <= limit || scalarCount(bytes) <= limit
    }

    /// How many Unicode scalars a string has.
    static func scalarCount(_ bytes: ByteSpan) -> Int {
        var count = 0
        for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
        return count
    }
}
