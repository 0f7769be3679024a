import SignalVocabulary

extension TextScan {
    /// What a number may be the beginning of: a UUID, an IPv4 address, a card number.
    ///
    /// - Parameter index: the first digit.
    mutating func findNumber(at index: Int) {
        let end = end(from: index, while: ASCII.isDigit)
        position = end
        if end &- index <= 3, byte(end) == UInt8(ascii: ".") {
            if ASCII.isLetter(byte(index &- 1)) { findNumberedToken(at: end) }
            if looksForIP, position == end { findIPv4(at: index) }
        } else if end &- index >= 4, end &- index <= 19 {
            findCard(at: index, firstGroup: end)
        }
    }

    /// An IPv4 address in four decimal parts; not if part of a longer row of parts, and not a version (`v1.2.3.4`, `version 1.2.3.4`).
    private mutating func findIPv4(at index: Int) {
        if byte(index &- 1) == UInt8(ascii: "."), ASCII.isDigit(byte(index &- 2)) { return }
        guard let end = endOfIPv4(from: index) else { return }
        if byte(end) == UInt8(ascii: "."), ASCII.isDigit(byte(end &+ 1)) { return }
        guard !isVersion(before: index) else { return }
        replaceAddress(index, end, hashedEnd: end)
    }

    /// The end of four numbers to 255 with dots between them; nil if there are none.
    ///
    /// Inside of a text this is wider than ``IPAddressSyntax``, on purpose: with leading zeros, as in `010.001.002.003`, it is not an
    /// address by its syntax, but names one to those who read it. The same goes for IPv6, whose nine groups no syntax has.
    private mutating func endOfIPv4(from index: Int) -> Int? {
        var next = index
        for part in 0..<4 {
            var value = 0
            let end = end(from: next, limit: 4, while: ASCII.isDigit)
            guard end > next, end &- next <= 3 else { return nil }
            for digit in next..<end { value = value &* 10 &+ Int(byte(digit) &- 0x30) }
            guard value <= 255 else { return nil }
            next = end
            if part < 3 {
                guard byte(next) == UInt8(ascii: ".") else { return nil }
                next &+= 1
            }
        }
        return next
    }

    /// Whether `v`, `version` or `rv` comes directly before it, the latter two with a space, colon, equals sign or slash between.
    private mutating func isVersion(before index: Int) -> Bool {
        if byte(index &- 1) | 0x20 == UInt8(ascii: "v") { return !ASCII.isAlphanumeric(byte(index &- 2)) }
        let word = beginning(before: index, limit: 2) { byte in
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
                || byte == UInt8(ascii: "/")
        }
        guard word < index else { return false }
        return standsInAnyCase("version", at: word &- 7)
            || standsInAnyCase("rv", at: word &- 2) && !ASCII.isAlphanumeric(byte(word &- 3))
    }

    /// An IPv6 address (RFC 4291, section 2.2) with its zone, recognised by its first colon.
    ///
    /// Not if it is part of a longer row of groups, if it touches letters other than that of an escape (`\n`), or if it has hexadecimal
    /// letters in one or two groups only, because `a::b` is a name in many languages. Nine groups count as an address with a label or port.
    mutating func findIPv6(at index: Int) {
        let first = beginning(before: index, limit: 5, while: ASCII.isHex)
        guard index &- first <= 4, !ASCII.isAlphanumeric(byte(first &- 1)) || isEscape(before: first)
        else { return }
        if first == index {
            guard byte(index &+ 1) == UInt8(ascii: ":") else { return }
        } else if byte(first &- 1) == UInt8(ascii: ":"), ASCII.isHex(byte(first &- 2)) {
            return
        }
        if first == index, byte(index &- 1) == UInt8(ascii: ":") { return }

        var groups = 0
        var gaps = 0
        var digits = 0
        var next = first
        while true {
            let end = end(from: next, limit: 5, while: ASCII.isHex)
            guard end &- next <= 4 else { return }
            if end > next, byte(end) == UInt8(ascii: "."), let tail = endOfIPv4(from: next) {
                groups &+= 2
                digits &+= 4
                next = tail
                break
            }
            if end > next { groups &+= 1 }
            for digit in next..<end where ASCII.isDigit(byte(digit)) { digits &+= 1 }
            next = end
            guard groups <= 9, byte(next) == UInt8(ascii: ":") else { break }
            if byte(next &+ 1) == UInt8(ascii: ":") {
                gaps &+= 1
                next &+= 2
                guard gaps == 1 else { return }
                if !ASCII.isHex(byte(next)) { break }
            } else {
                // A colon after the address, as of a sentence, is not its own.
                guard ASCII.isHex(byte(next &+ 1)) else { break }
                next &+= 1
            }
        }
        let isAddress = gaps == 1 ? groups >= 1 && groups <= 8 : groups == 8 || groups == 9
        let after = byte(next)
        guard isAddress, digits > 0 || groups > 2, !ASCII.isAlphanumeric(after),
            after != UInt8(ascii: ":")
                || !ASCII.isHex(byte(next &+ 1))
        else { return }
        var end = next
        if after == UInt8(ascii: "%") {
            let zone = self.end(from: next &+ 1, limit: 32) {
                ASCII.isToken($0) || $0 == UInt8(ascii: ".")
            }
            if zone > next &+ 1 { end = zone }
        }
        replaceAddress(first, end, hashedEnd: next)
    }

    /// Whether `\n`, `\r` or `\t` stands directly before: a line's end or a tab in a text that was quoted.
    func isEscape(before index: Int) -> Bool {
        switch byte(index &- 1) {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): byte(index &- 2) == UInt8(ascii: "\\")
        default: false
        }
    }

    /// A UUID whose first dash stands at `index`, whatever stands around it.
    ///
    /// - Returns: whether there was one.
    mutating func findUUID(at index: Int) -> Bool {
        guard byte(index &+ 5) == UInt8(ascii: "-"), byte(index &+ 10) == UInt8(ascii: "-"),
            byte(index &+ 15) == UInt8(ascii: "-"), index &- 8 >= copied
        else { return false }
        for offset in -8..<28 where offset != 0 && offset != 5 && offset != 10 && offset != 15 {
            guard ASCII.isHex(byte(index &+ offset)) else {
                count(steps: offset &+ 9)
                return false
            }
        }
        count(steps: 36)
        replace(index &- 8, index &+ 28, with: "[uuid]")
        return true
    }
}
