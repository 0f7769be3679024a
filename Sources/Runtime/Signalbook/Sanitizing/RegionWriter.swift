import SignalVocabulary

/// Appends to a region of memory, never past its end.
struct RegionWriter {
    private let start: UnsafeMutablePointer<UInt8>?
    private let capacity: Int
    /// The bytes written.
    private(set) var count = 0
    /// Whether something did not fit. After that nothing more is written, so that what follows a gap never stands next to what precedes it.
    private(set) var isFull = false

    init(_ region: UnsafeMutableBufferPointer<UInt8>) {
        start = region.baseAddress
        capacity = region.count
    }

    /// The bytes that still fit.
    var room: Int { isFull ? 0 : capacity &- count }

    /// Appends one byte.
    mutating func byte(_ byte: UInt8) {
        guard !isFull, let start, count < capacity else {
            isFull = true
            return
        }
        start[count] = byte
        count &+= 1
    }

    /// Appends all of `text` or nothing.
    mutating func whole(_ text: StaticString) {
        whole(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends all of these bytes or nothing.
    mutating func whole(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        guard !isFull, let start, bytes.count <= capacity &- count else {
            isFull = true
            return
        }
        (start + count).update(from: source, count: bytes.count)
        count &+= bytes.count
    }

    /// Appends as many of these bytes as fit, cut at a scalar boundary.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count > room else { return whole(bytes) }
        guard !isFull, let source = bytes.baseAddress else { return }
        var fitting = room
        // At most three steps: no scalar has more than three continuation bytes, so beyond that the text is no UTF-8 anyway.
        for _ in 0..<3 where fitting > 0 && ASCII.isContinuation(source[fitting]) { fitting &-= 1 }
        if fitting > 0, let start {
            (start + count).update(from: source, count: fitting)
            count &+= fitting
        }
        isFull = true
    }

    /// Appends what `body` writes into what is left, if that is at least `size` bytes.
    mutating func appended(size: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        guard let start, size <= room else {
            isFull = true
            return
        }
        count &+= body(UnsafeMutableBufferPointer(start: start + count, count: size))
    }
}

extension RegionWriter {
    /// The /24 an address lies in, as `203.0.113.0`.
    mutating func network(ipv4 address: UInt32) {
        number(address &>> 24 & 0xFF)
        number(address &>> 16 & 0xFF)
        number(address &>> 8 & 0xFF)
        byte(UInt8(ascii: "0"))
    }

    /// The /48 an address lies in, as `2001:db8:1::`: without leading zeros and the zero groups at the end (RFC 5952, section 4).
    mutating func network(ipv6 groups: SIMD8<UInt16>) {
        var kept = 3
        while kept > 0, groups[kept &- 1] == 0 { kept &-= 1 }
        for index in 0..<kept {
            let group = groups[index]
            var shift: UInt16 = group > 0xFFF ? 12 : group > 0xFF ? 8 : group > 0xF ? 4 : 0
            while true {
                let digit = UInt8(truncatingIfNeeded: group &>> shift & 0xF)
                byte(digit < 10 ? digit &+ 0x30 : digit &+ 0x57)
                if shift == 0 { break }
                shift &-= 4
            }
            byte(UInt8(ascii: ":"))
        }
        if kept == 0 { byte(UInt8(ascii: ":")) }
        byte(UInt8(ascii: ":"))
    }

    /// A decimal number of at most three digits, and a dot.
    private mutating func number(_ value: UInt32) {
        if value >= 100 { byte(UInt8(truncatingIfNeeded: value / 100 &+ 0x30)) }
        if value >= 10 { byte(UInt8(truncatingIfNeeded: value / 10 % 10 &+ 0x30)) }
        byte(UInt8(truncatingIfNeeded: value % 10 &+ 0x30))
        byte(UInt8(ascii: "."))
    }
}
