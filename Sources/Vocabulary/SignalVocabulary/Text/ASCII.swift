/// Questions about single bytes of UTF-8. A byte of a scalar outside of ASCII is none of these.
///
/// NOTE: `@usableFromInline` and `@inlinable`, because the compiler inlines nothing else of a `package` type across modules, and scrubbing
/// asks these questions several times a byte. Transparent as well, because any other function is a call in an unoptimised build, such as
/// the generator's when its users build for debugging.
@usableFromInline
package enum ASCII {
    /// Whether it is `A` … `Z`.
    @inlinable @_transparent
    package static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    /// Whether it is `a` … `z`.
    @inlinable @_transparent
    package static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    /// Whether it is `0` … `9`.
    @inlinable @_transparent
    package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether it is a letter.
    @inlinable @_transparent
    package static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }

    /// Whether it is a letter or a digit.
    @inlinable @_transparent
    package static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    /// Whether it is a hexadecimal digit, in either case.
    @inlinable @_transparent
    package static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
    }

    /// Whether it is a hexadecimal digit, with letters in lower case.
    @inlinable @inline(__always)
    package static func isLowerHex(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 6 }

    /// The value of a hexadecimal digit; of any other byte, a number without meaning.
    @inlinable @_transparent
    package static func hexValue(_ byte: UInt8) -> UInt16 {
        UInt16(truncatingIfNeeded: isDigit(byte) ? byte &- 0x30 : (byte | 0x20) &- 0x57)
    }

    /// The upper-case letter for a lower-case one, any other byte as it is.
    @inlinable @_transparent
    package static func uppercased(_ byte: UInt8) -> UInt8 { isLower(byte) ? byte - 0x20 : byte }

    /// The lower-case letter for an upper-case one, any other byte as it is.
    @inlinable @_transparent
    package static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte + 0x20 : byte }
}
