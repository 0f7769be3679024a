/// The text of IP addresses.
package enum IPAddressSyntax {
    /// Whether the whole text is an IPv4 address in four decimal parts (RFC 3986, `IPv4address`: no leading zeros) or an IPv6
    /// address (RFC 4291, section 2.2), which may have a zone (RFC 4007, section 11).
    package static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        ipv4(bytes) != nil || ipv6(bytes) != nil
    }

    /// Whether the whole text is an IP address.
    package static func isAddress(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isAddress($0) }
    }

    /// The address in four decimal parts that is the whole text.
    package static func ipv4(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard bytes.count >= 7, bytes.count <= 15 else { return nil }
        return ipv4(bytes, from: 0, to: bytes.count)
    }

    private static func ipv4(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> UInt32? {
        var address: UInt32 = 0
        var part: UInt32 = 0
        var digits = 0
        var dots = 0
        for index in start..<end {
            let byte = bytes[index]
            if ASCII.isDigit(byte) {
                if digits > 0, part == 0 { return nil }
                part = part &* 10 &+ UInt32(byte &- 0x30)
                digits &+= 1
                if part > 255 { return nil }
            } else {
                guard byte == UInt8(ascii: "."), digits > 0, dots < 3 else { return nil }
                address = address &<< 8 | part
                part = 0
                digits = 0
                dots &+= 1
            }
        }
        guard dots == 3, digits > 0 else { return nil }
        return address &<< 8 | part
    }

    /// The eight groups of the IPv6 address that is the whole text, without its zone.
    package static func ipv6(_ bytes: UnsafeBufferPointer<UInt8>) -> SIMD8<UInt16>? {
        guard bytes.count >= 2 else { return nil }
        var end = 0
        while end < bytes.count, bytes[end] != UInt8(ascii: "%") { end &+= 1 }
        guard end <= 45, end == bytes.count || isZone(bytes, from: end &+ 1) else { return nil }
        var groups = SIMD8<UInt16>()
        var count = 0
        var gap = -1
        var index = 0
        while index < end {
            if bytes[index] == UInt8(ascii: ":") {
                // A colon separates two groups, or two of them stand for zeros, once.
                if index &+ 1 < end, bytes[index &+ 1] == UInt8(ascii: ":") {
                    guard gap < 0 else { return nil }
                    gap = count
                    index &+= 2
                    if index == end { break }
                } else {
                    guard count > 0, gap != count else { return nil }
                    index &+= 1
                }
            } else if count > 0 {
                return nil
            }
            guard count < 8 else { return nil }
            let start = index
            var group: UInt16 = 0
            while index < end, index &- start < 4, ASCII.isHex(bytes[index]) {
                group = group &<< 4 | ASCII.hexValue(bytes[index])
                index &+= 1
            }
            if index < end, bytes[index] == UInt8(ascii: ".") {
                guard count <= 6, let tail = ipv4(bytes, from: start, to: end) else { return nil }
                groups[count] = UInt16(truncatingIfNeeded: tail &>> 16)
                groups[count &+ 1] = UInt16(truncatingIfNeeded: tail)
                count &+= 2
                index = end
                break
            }
            guard index > start, index == end || bytes[index] == UInt8(ascii: ":") else { return nil }
            groups[count] = group
            count &+= 1
        }
        guard gap >= 0 else { return count == 8 ? groups : nil }
        guard count < 8 else { return nil }
        return spread(groups, count: count, gap: gap)
    }

    /// Moves the groups from `gap` on to the end.
    private static func spread(_ groups: SIMD8<UInt16>, count: Int, gap: Int) -> SIMD8<UInt16> {
        var result = SIMD8<UInt16>()
        for index in 0..<gap { result[index] = groups[index] }
        for index in gap..<count { result[index &+ 8 &- count] = groups[index] }
        return result
    }

    private static func isZone(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        guard start < bytes.count, bytes.count &- start <= 64 else { return false }
        for index in start..<bytes.count {
            let byte = bytes[index]
            guard ASCII.isAlphanumeric(byte) || isZoneMark(byte) else {
                return false
            }
        }
        return true
    }

    /// The marks that RFC 3986 leaves unreserved (section 2.3), which are what a zone may have beside letters and digits.
    private static func isZoneMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }
}
