extension JSONWriter {
    /// A string between quotes.
    mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        // Six bytes for one is the worst that can happen: `\u0000`.
        var target = buffer.reserve(text.count * 6 + 2)
        target.pointee = UInt8(ascii: "\"")
        target += 1
        if var source = text.baseAddress {
            let end = source + text.count
            while source < end {
                copyPlain(&source, end, to: &target)
                guard source < end else { break }
                if source.pointee < 0x80 {
                    escape(source.pointee, to: &target)
                    source += 1
                } else {
                    copyScalar(&source, end, to: &target)
                }
            }
        }
        target.pointee = UInt8(ascii: "\"")
        buffer.advance(to: target + 1)
    }

    /// Copies ASCII that stands for itself, up to the first byte that does not.
    @inline(__always)
    private func copyPlain(
        _ source: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
        to target: inout UnsafeMutablePointer<UInt8>
    ) {
        // Eight at a time. The reserved room is at least eight bytes a source word, so storing a whole one is within it.
        while end - source >= 8 {
            let word = UnsafeRawPointer(source).loadUnaligned(as: UInt64.self)
            guard !hasSpecialByte(word) else { break }
            UnsafeMutableRawPointer(target).storeBytes(of: word, as: UInt64.self)
            source += 8
            target += 8
        }
        while source < end, !isSpecial(source.pointee) {
            target.pointee = source.pointee
            source += 1
            target += 1
        }
    }

    @inline(__always)
    private func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Whether one of eight bytes is special, whatever their order.
    ///
    /// Where none has its high bit set, subtracting per byte borrows into a high bit exactly below a special byte or in it; a
    /// false alarm past the first special byte does no harm (Bit Twiddling Hacks, "Determine if a word has a byte less than n").
    @inline(__always)
    private func hasSpecialByte(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let control = word &- ones &* 0x20
        let quote = (word ^ (ones &* UInt64(UInt8(ascii: "\"")))) &- ones
        let backslash = (word ^ (ones &* UInt64(UInt8(ascii: "\\")))) &- ones
        return (word | control | quote | backslash) & (ones &* 0x80) != 0
    }

    /// Writes a special ASCII byte (RFC 8259, section 7).
    private func escape(_ byte: UInt8, to target: inout UnsafeMutablePointer<UInt8>) {
        let short: UInt8? =
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
            case 0x08: UInt8(ascii: "b")
            case 0x09: UInt8(ascii: "t")
            case 0x0A: UInt8(ascii: "n")
            case 0x0C: UInt8(ascii: "f")
            case 0x0D: UInt8(ascii: "r")
            default: nil
            }
        target[0] = UInt8(ascii: "\\")
        if let short {
            target[1] = short
            target += 2
        } else {
            target[1] = UInt8(ascii: "u")
            target[2] = UInt8(ascii: "0")
            target[3] = UInt8(ascii: "0")
            target[4] = hexadecimalDigit(byte >> 4)
            target[5] = hexadecimalDigit(byte & 0xF)
            target += 6
        }
    }

    /// Copies one character of more than one byte, or writes U+FFFD for the longest start of one (Unicode 16.0, section 3.9,
    /// "U+FFFD Substitution of Maximal Subparts"), as Swift's own `String(decoding:as:)` does.
    private func copyScalar(
        _ source: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
        to target: inout UnsafeMutablePointer<UInt8>
    ) {
        let lead = source.pointee
        // How many bytes follow, and what the first of them may be (Unicode, table 3-7).
        let (following, second): (Int, ClosedRange<UInt8>) =
            switch lead {
            case 0xC2...0xDF: (1, 0x80...0xBF)
            case 0xE0: (2, 0xA0...0xBF)
            case 0xED: (2, 0x80...0x9F)
            case 0xE1...0xEF: (2, 0x80...0xBF)
            case 0xF0: (3, 0x90...0xBF)
            case 0xF1...0xF3: (3, 0x80...0xBF)
            case 0xF4: (3, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        var length = 1
        while length <= following, source + length < end {
            let byte = source[length]
            guard length == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else { break }
            length += 1
        }
        if following > 0, length == following + 1 {
            target.update(from: source, count: length)
            target += length
        } else {
            (target[0], target[1], target[2]) = (0xEF, 0xBF, 0xBD)
            target += 3
        }
        source += length
    }
}

/// The lower-case digit of 0 to 15.
@inline(__always)
func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &+ value &- 10
}
