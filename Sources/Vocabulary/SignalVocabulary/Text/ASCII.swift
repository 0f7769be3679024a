/// Questions about single bytes of UTF-8. A byte of a scalar outside of ASCII is none of these.
///
/// NOTE: `@usableFromInline`, because the compiler inlines no member of a plain `package` type across modules, and scrubbing asks these
/// questions several times a byte. Not transparent, which would make an unoptimised generator a little faster: coverage counts such
/// functions wrongly.
@usableFromInline
package enum ASCII {
    /// Whether it is `A` … `Z`.
    @inlinable @inline(__always)
    package static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    /// Whether it is `a` … `z`.
    @inlinable @inline(__always)
    package static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    /// Whether it is `0` … `9`.
    @inlinable @inline(__always)
    package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether it is a letter.
    @inlinable @inline(__always)
    package static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }

    /// Whether it is a letter or a digit.
    @inlinable @inline(__always)
    package static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    /// Whether it is a hexadecimal digit, in either case.
    @inlinable @inline(__always)
    package static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
    }

    /// Whether it is a hexadecimal digit, with letters in lower case.
    @inlinable @inline(__always)
    package static func isLowerHex(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 6 }

    /// The value of a hexadecimal digit; of any other byte, a number without meaning.
    @inlinable @inline(__always)
    package static func hexValue(_ byte: UInt8) -> UInt16 {
        UInt16(truncatingIfNeeded: isDigit(byte) ? byte &- 0x30 : (byte | 0x20) &- 0x57)
    }

    /// The upper-case letter for a lower-case one, any other byte as it is.
    @inlinable @inline(__always)
    package static func uppercased(_ byte: UInt8) -> UInt8 { isLower(byte) ? byte - 0x20 : byte }

    /// The lower-case letter for an upper-case one, any other byte as it is.
    @inlinable @inline(__always)
    package static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte + 0x20 : byte }
}
