extension JSONWriter {
    /// Bytes as a string of hexadecimal digits.
    mutating func appendHexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) {
        var target = buffer.reserve(bytes.count * 2 + 2)
        target.pointee = UInt8(ascii: "\"")
        target += 1
        for byte in bytes {
            target[0] = hexadecimalDigit(byte >> 4)
            target[1] = hexadecimalDigit(byte & 0xF)
            target += 2
        }
        target.pointee = UInt8(ascii: "\"")
        buffer.advance(to: target + 1)
    }

    /// Bytes as a string in Base64.
    mutating func appendBase64(_ bytes: UnsafeBufferPointer<UInt8>) {
        var target = buffer.reserve((bytes.count + 2) / 3 * 4 + 2)
        target.pointee = UInt8(ascii: "\"")
        target += 1
        var index = 0
        while index < bytes.count {
            let taken = min(3, bytes.count - index)
            var group: UInt32 = 0
            for offset in 0..<3 { group = group << 8 | (offset < taken ? UInt32(bytes[index + offset]) : 0) }
            for offset in 0..<4 {
                let sextet = UInt8(truncatingIfNeeded: group >> UInt32(18 - 6 * offset)) & 0x3F
                target[offset] = offset <= taken ? base64Digit(sextet) : UInt8(ascii: "=")
            }
            target += 4
            index += taken
        }
        target.pointee = UInt8(ascii: "\"")
        buffer.advance(to: target + 1)
    }

    private func base64Digit(_ sextet: UInt8) -> UInt8 {
        switch sextet {
        case 0..<26: UInt8(ascii: "A") &+ sextet
        case 26..<52: UInt8(ascii: "a") &+ sextet &- 26
        case 52..<62: UInt8(ascii: "0") &+ sextet &- 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}
