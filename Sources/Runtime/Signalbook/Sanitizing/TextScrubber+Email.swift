import SignalVocabulary

extension TextScan {
    /// An e-mail address around `@`, or around `%40` as in URLs.
    ///
    /// Narrower than RFC 5322, section 3.4.1: no quoted local parts, and bytes that delimit addresses in practice (`/ = ? & | { }` and the
    /// back-quote) are no part of one. Wider: letters of two bytes (Latin, Greek, Cyrillic, …) are letters (RFC 6531). The domain
    /// needs a dot and a last label that begins with two letters.
    mutating func findEmail(at index: Int, width: Int) {
        let first = beginningOfLocalPart(before: index)
        guard first < index else { return }
        var best = 0
        var label = 0
        var next = index &+ width
        while true {
            let end = endOfLabel(from: next)
            guard end > next else { break }
            if label > 0, isLetter(at: next), end &- next >= 2, isLetter(at: next &+ 1) { best = end }
            guard byte(end) == UInt8(ascii: ".") else { break }
            label &+= 1
            next = end &+ 1
        }
        if best > 0 { replace(first, best, with: "[email]") }
    }

    private mutating func beginningOfLocalPart(before index: Int) -> Int {
        let limit = max(copied, index &- TextScan.maximumLookBack)
        var first = index
        while first > limit {
            let byte = self.byte(first &- 1)
            if isLocal(byte) {
                if byte == UInt8(ascii: "%"), self.byte(first) == UInt8(ascii: "4"),
                    self.byte(first &+ 1) == UInt8(ascii: "0")
                {
                    break
                }
                first &-= 1
            } else if byte == UInt8(ascii: "'"), first &- 2 >= limit,
                ASCII.isLetter(self.byte(first &- 2))
            {
                first &-= 2
            } else if ASCII.isContinuation(byte), first &- 2 >= limit, isLead(self.byte(first &- 2)) {
                first &-= 2
            } else {
                break
            }
        }
        count(steps: index &- first &+ 1)
        return first
    }

    private mutating func endOfLabel(from index: Int) -> Int {
        var end = index
        while true {
            let byte = self.byte(end)
            if ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "-") {
                end &+= 1
            } else if isLead(byte), ASCII.isContinuation(self.byte(end &+ 1)) {
                end &+= 2
            } else {
                break
            }
        }
        count(steps: end &- index &+ 1)
        return end
    }

    private func isLetter(at index: Int) -> Bool { ASCII.isLetter(byte(index)) || byte(index) >= 0x80 }

    /// Whether the byte leads a scalar of U+00C0 to U+07FF: letters, all but a few.
    private func isLead(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte <= 0xDF }

    private func isLocal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "*"),
            UInt8(ascii: "~"):
            true
        default: ASCII.isAlphanumeric(byte)
        }
    }
}
