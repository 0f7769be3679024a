import SignalVocabulary

// Questions that only sanitizing asks.
extension ASCII {
    /// Whether it is in the URL-safe Base64 alphabet (RFC 4648, section 5), of which most tokens consist.
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    /// Whether it is a space or a control character.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// Whether it is the second or a later byte of a scalar (RFC 3629, section 3).
    @inline(__always)
    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
