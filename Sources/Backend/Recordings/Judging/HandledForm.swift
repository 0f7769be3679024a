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
        case .redact: Bytes.equal(bytes, HandledText.redacted)
        case .mask: isMasked(bytes)
        case .truncate: isAtMost(maximumLength, bytes)
        case .drop: false
        }
    }

    /// Whether it is a keyed hash: the key's name, a colon, and ``HandledText/hashDigitCount`` hexadecimal digits in lower case.
    static func isHash(_ bytes: ByteSpan) -> Bool {
        let digits = bytes.count - HandledText.hashDigitCount
        guard digits > 0, let base = bytes.baseAddress, base[digits - 1] == UInt8(ascii: ":") else {
            return false
        }
        for index in digits..<bytes.count {
            guard ASCII.isLowerHex(base[index]) else { return false }
        }
        return true
    }

    /// Whether it is asterisks alone, as a short value becomes, or asterisks and the last scalars of a long value.
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
