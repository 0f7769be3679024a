/// The texts and numbers of nodes that a scanner found sound.
package enum JSONText {
    /// The text of a string between its quotes, escapes resolved.
    package static func string(_ bytes: ByteSpan, hasEscapes: Bool) -> String {
        guard hasEscapes else { return String(decoding: bytes, as: UTF8.self) }
        var decoded: [UInt8] = []
        decode(bytes, into: &decoded)
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Replaces what the array holds by the text's bytes, escapes resolved. The array's memory is kept.
    static func decode(_ bytes: ByteSpan, into decoded: inout [UInt8]) {
        decoded.removeAll(keepingCapacity: true)
        decoded.reserveCapacity(bytes.count)
        guard let base = bytes.baseAddress else { return }
        let end = base + bytes.count
        var position = base
        while position < end {
            guard position.pointee == UInt8(ascii: "\\"), end - position >= 2 else {
                decoded.append(position.pointee)
                position += 1
                continue
            }
            let letter = position[1]
            position += 2
            switch letter {
            case UInt8(ascii: "b"): decoded.append(0x08)
            case UInt8(ascii: "f"): decoded.append(0x0C)
            case UInt8(ascii: "n"): decoded.append(0x0A)
            case UInt8(ascii: "r"): decoded.append(0x0D)
            case UInt8(ascii: "t"): decoded.append(0x09)
            case UInt8(ascii: "u"):
                var scalar = UInt32(hexadecimal(position, end) ?? 0xFFFD)
                position += min(4, end - position)
                if scalar & 0xFC00 == 0xD800, end - position >= 6,
                    let low = hexadecimal(position + 2, end)
                {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(low & 0x3FF)
                    position += 6
                }
                decoded.append(contentsOf: Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8))
            default: decoded.append(letter)
            }
        }
    }

    /// The value of four hexadecimal digits; nil if there are none.
    static func hexadecimal(_ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UInt16? {
        guard end - position >= 4 else { return nil }
        var value: UInt16 = 0
        for index in 0..<4 {
            let digit: UInt8
            switch position[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = position[index] - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = position[index] - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = position[index] - UInt8(ascii: "A") + 10
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    /// The value of a whole number; nil if it is none or does not fit 64 bits.
    package static func integer(_ bytes: ByteSpan) -> Int64? {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
        let isNegative = base[0] == UInt8(ascii: "-")
        var index = isNegative ? 1 : 0
        guard index < bytes.count else { return nil }
        if bytes.count - index <= 18 {
            var value: Int64 = 0
            while index < bytes.count {
                let digit = base[index] &- UInt8(ascii: "0")
                guard digit < 10 else { return nil }
                value = value &* 10 &+ Int64(digit)
                index &+= 1
            }
            return isNegative ? -value : value
        }
        return Int64(String(decoding: bytes, as: UTF8.self))
    }

    /// The value of a number. What is too large is infinite.
    package static func double(_ bytes: ByteSpan) -> Double {
        // Up to 15 digits and a power of ten up to 22 are exact doubles, so one division rounds correctly (Clinger 1990).
        guard let base = bytes.baseAddress else { return 0 }
        var index = 0
        let isNegative = bytes.count > 0 && base[0] == UInt8(ascii: "-")
        if isNegative { index = 1 }
        var digits: UInt64 = 0
        var count = 0
        var decimals = -1
        while index < bytes.count {
            let byte = base[index]
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                digits = digits &* 10 &+ UInt64(digit)
                if digits > 0 { count &+= 1 }
                if decimals >= 0 { decimals &+= 1 }
                guard count <= 15 else { break }
            } else if byte == UInt8(ascii: "."), decimals < 0 {
                decimals = 0
            } else {
                break
            }
            index &+= 1
        }
        guard index == bytes.count, decimals <= 22 else {
            return Double(String(decoding: bytes, as: UTF8.self)) ?? .nan
        }
        let value = Double(digits) / powerOfTen(max(decimals, 0))
        return isNegative ? -value : value
    }

    @inline(__always)
    private static func powerOfTen(_ exponent: Int) -> Double {
        var power = 1.0
        var rest = exponent
        while rest > 0 {
            power *= 10
            rest &-= 1
        }
        return power
    }
}
