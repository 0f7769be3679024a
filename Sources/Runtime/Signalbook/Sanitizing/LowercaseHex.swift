/// Hexadecimal digits, eight at a time.
enum LowercaseHex {
    /// The eight digits of a word, the first in the lowest byte: stored little-endian they read as text.
    @inline(__always)
    static func text(_ word: UInt32) -> UInt64 {
        // Each byte's two nibbles into a byte of their own.
        var spread = UInt64(word.byteSwapped)
        spread = (spread | spread &<< 16) & 0x0000_FFFF_0000_FFFF
        spread = (spread | spread &<< 8) & 0x00FF_00FF_00FF_00FF
        spread = (spread &>> 4 & 0x000F_000F_000F_000F) | (spread & 0x000F_000F_000F_000F) &<< 8
        // Bit 4 of nibble + 6 is set where the nibble is a letter; 39 is the way from "9" + 1 to "a".
        let letters = (spread &+ 0x0606_0606_0606_0606) &>> 4 & 0x0101_0101_0101_0101
        return spread &+ 0x3030_3030_3030_3030 &+ letters &* 39
    }
}
