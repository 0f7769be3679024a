import SignalVocabulary

extension Sanitizing {
    /// A URL without its user information, query and fragment (RFC 3986, section 3).
    ///
    /// Without an authority (`mailto:a@b.example`) what stands before the last `@` of the path goes. A port that is no number
    /// goes too, for then a character of the user information was not encoded, and the port is the password's beginning.
    static func stripURL(
        _ bytes: UnsafeBufferPointer<UInt8>, into region: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var writer = RegionWriter(region)
        var start = schemeEnd(bytes)
        let hasAuthority =
            start &+ 1 < bytes.count && bytes[start] == UInt8(ascii: "/")
            && bytes[start &+ 1] == UInt8(ascii: "/")
        if hasAuthority { start &+= 2 }
        writer.text(UnsafeBufferPointer(rebasing: bytes[..<start]))

        var end = start
        var authorityEnd = hasAuthority ? -1 : start
        var lastAt = -1
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
            if byte == UInt8(ascii: "/"), authorityEnd < 0 { authorityEnd = end }
            if byte == UInt8(ascii: "@"), authorityEnd < 0 || (!hasAuthority && start > 0) { lastAt = end }
            end &+= 1
        }
        if authorityEnd < 0 { authorityEnd = end }
        if lastAt >= 0 { start = lastAt &+ 1 }
        if hasAuthority {
            let hostEnd = endOfHost(bytes, from: start, to: authorityEnd)
            writer.text(UnsafeBufferPointer(rebasing: bytes[start..<hostEnd]))
            start = authorityEnd
        }
        writer.text(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        return writer.count
    }

    /// The index after `scheme:`, or 0.
    private static func schemeEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { return index > 0 ? index &+ 1 : 0 }
            let isSchemeByte =
                ASCII.isLetter(byte)
                || index > 0
                    && (ASCII.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                        || byte == UInt8(ascii: "."))
            guard isSchemeByte else { return 0 }
            index &+= 1
        }
        return 0
    }

    /// The end of host and port, without a port that is no number.
    private static func endOfHost(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Int {
        var index = end
        while index > start, ASCII.isDigit(bytes[index &- 1]) { index &-= 1 }
        if index > start, bytes[index &- 1] == UInt8(ascii: ":") { return end }
        // Not `:digits` at the end: an IPv6 literal ends in a bracket, and any other colon does not belong into a host.
        if end > start, bytes[end &- 1] == UInt8(ascii: "]") { return end }
        index = start
        while index < end, bytes[index] != UInt8(ascii: ":") { index &+= 1 }
        return index
    }
}
