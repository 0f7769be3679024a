import SignalVocabulary

/// What each handling makes of one value. All work on UTF-8, write only into the region, and say how many bytes they wrote.
enum Sanitizing {
    /// Writes ``HandledText/redacted``, whole or, if the region is too small, not at all.
    static func redact(into region: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var writer = RegionWriter(region)
        writer.whole(HandledText.redacted)
        return writer.count
    }

    /// Hides a value that has no more scalars than ``PropertyLimits/maskLength`` wholly, and a longer one but for its last
    /// ``PropertyLimits/unmaskedLength`` scalars.
    ///
    /// What is hidden becomes asterisks, at most ``PropertyLimits/maskLength``, so that a long value's length does not show.
    static func mask(
        _ bytes: UnsafeBufferPointer<UInt8>, into region: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var scalars = 0
        // Where the last scalars start, the oldest first: one place for each of `PropertyLimits.unmaskedLength`, which a test checks. A
        // tuple, because it takes no memory from the heap.
        var starts = (0, 0, 0, 0)
        var index = 0
        while index < bytes.count {
            starts = (starts.1, starts.2, starts.3, index)
            index &+= scalarSize(bytes, at: index)
            scalars &+= 1
        }
        var writer = RegionWriter(region)
        let longest = PropertyLimits.maskLength
        let isLong = scalars > longest
        let hidden = isLong ? min(longest, scalars &- PropertyLimits.unmaskedLength) : scalars
        for _ in 0..<hidden { writer.byte(UInt8(ascii: "*")) }
        if isLong { writer.text(UnsafeBufferPointer(rebasing: bytes[starts.0...])) }
        return writer.count
    }

    /// The first scalars of a value, or all where it has no more; of an IP address, its network.
    ///
    /// An IPv4 address, also one written as IPv6 (`::ffff:…`), becomes its /24, an IPv6 address its /48 in the text form of RFC 5952.
    static func truncate(
        _ bytes: UnsafeBufferPointer<UInt8>, scalars limit: Int,
        into region: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var writer = RegionWriter(region)
        if let address = IPAddressSyntax.ipv4(bytes) {
            writer.network(ipv4: address)
        } else if let groups = IPAddressSyntax.ipv6(bytes) {
            let isMapped = groups.lowHalf == .zero && groups[4] == 0 && groups[5] == 0xFFFF
            if isMapped {
                writer.network(ipv4: UInt32(groups[6]) &<< 16 | UInt32(groups[7]))
            } else {
                writer.network(ipv6: groups)
            }
        } else {
            return prefix(region, count: cut(bytes, into: region), scalars: limit)
        }
        return writer.count
    }

    /// Copies as much as fits, cut at a scalar boundary.
    static func cut(
        _ bytes: UnsafeBufferPointer<UInt8>, into region: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var writer = RegionWriter(region)
        writer.text(bytes)
        return writer.count
    }

    /// How many of the first `count` bytes hold at most `scalars` Unicode scalars.
    static func prefix(_ region: UnsafeMutableBufferPointer<UInt8>, count: Int, scalars: Int) -> Int {
        let end = min(max(count, 0), region.count)
        return prefix(UnsafeBufferPointer(rebasing: region[..<end]), scalars: scalars)
    }

    /// How many of the first bytes hold at most `scalars` Unicode scalars.
    static func prefix(_ bytes: UnsafeBufferPointer<UInt8>, scalars: Int) -> Int {
        let end = bytes.count
        guard end > scalars else { return end }
        var index = 0
        var left = scalars
        while index < end, left > 0 {
            index &+= scalarSize(bytes, at: index)
            left &-= 1
        }
        return min(index, end)
    }

    /// The bytes of the scalar that starts here: 1 to 4. A byte that starts none counts as one.
    @inline(__always)
    static func scalarSize(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        guard lead >= 0xC0 else { return 1 }
        let most = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var size = 1
        while size < most, index &+ size < bytes.count, ASCII.isContinuation(bytes[index &+ size]) {
            size &+= 1
        }
        return size
    }
}
