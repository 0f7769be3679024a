extension JSONScanner {
    /// Moves behind the string that begins here with its quote; whether it has escapes.
    @inline(__always)
    func scanString(
        _ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>
    ) throws(JSONProblem) -> Bool {
        var current = position + 1
        var hasEscapes = false
        while true {
            while end - current >= 8 {
                let word = UInt64(
                    littleEndian: UnsafeRawPointer(current).loadUnaligned(as: UInt64.self))
                let marks = Self.specialBytes(word)
                if marks != 0 {
                    current += marks.trailingZeroBitCount &>> 3
                    break
                }
                current += 8
            }
            while current < end, !Self.isSpecial(current.pointee) { current += 1 }
            guard current < end else { throw JSONProblem(.unterminatedString, at: position - base) }
            if current.pointee == UInt8(ascii: "\"") {
                position = current + 1
                return hasEscapes
            }
            if try scanSpecial(&current, end, base) { hasEscapes = true }
        }
    }

    /// A mark in the high bit of each special byte; past the first of them there may be false ones.
    ///
    /// Where no high bit is set, subtracting from each byte borrows into the high bit of the first one that is too small, and
    /// never into one below it (Bit Twiddling Hacks, "Determine if a word has a byte less than n").
    @inline(__always)
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let control = word &- ones &* 0x20
        let quote = (word ^ (ones &* 0x22)) &- ones
        let backslash = (word ^ (ones &* 0x5C)) &- ones
        return (word | control | quote | backslash) & (ones &* 0x80)
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Moves behind one escape or one character beyond ASCII; whether it was an escape.
    @inline(never)
    private func scanSpecial(
        _ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>
    ) throws(JSONProblem) -> Bool {
        let byte = position.pointee
        if byte < 0x20 { throw JSONProblem(.controlCharacter, at: position - base) }
        guard byte == UInt8(ascii: "\\") else {
            let length = UTF8Check.scalarLength(position, end)
            guard length > 0 else { throw JSONProblem(.invalidUTF8, at: position - base) }
            position += length
            return false
        }
        guard end - position >= 2 else { throw JSONProblem(.unterminatedString, at: position - base) }
        switch position[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            guard let unit = JSONText.hexadecimal(position + 2, end) else {
                throw JSONProblem(.invalidUnicodeEscape, at: position - base)
            }
            if unit & 0xF800 == 0xD800 {
                guard unit < 0xDC00, end - position >= 8, position[6] == UInt8(ascii: "\\"),
                    position[7] == UInt8(ascii: "u"), let low = JSONText.hexadecimal(position + 8, end),
                    low & 0xFC00 == 0xDC00
                else { throw JSONProblem(.unpairedSurrogate, at: position - base) }
                position += 6
            }
            position += 6
        default: throw JSONProblem(.invalidEscape, at: position - base)
        }
        return true
    }

    /// Moves behind the number that begins here; whether it has neither fraction nor exponent.
    @inline(__always)
    func scanNumber(
        _ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>
    ) throws(JSONProblem) -> Bool {
        if position.pointee == UInt8(ascii: "-") { position += 1 }
        let first = position
        try scanDigits(&position, end, base)
        if position - first > 1, first.pointee == UInt8(ascii: "0") {
            throw JSONProblem(.leadingZero, at: first - base)
        }
        var isInteger = true
        if position < end, position.pointee == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            try scanDigits(&position, end, base)
        }
        if position < end, position.pointee | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            position += 1
            if position < end, position.pointee == UInt8(ascii: "+") || position.pointee == UInt8(ascii: "-")
            {
                position += 1
            }
            try scanDigits(&position, end, base)
        }
        return isInteger
    }

    /// Moves behind one digit at least.
    @inline(__always)
    private func scanDigits(
        _ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>
    ) throws(JSONProblem) {
        let first = position
        while position < end, position.pointee &- UInt8(ascii: "0") < 10 { position += 1 }
        guard position > first else { throw JSONProblem(.invalidNumber, at: position - base) }
    }

    /// Moves behind `true`, `false` or `null`.
    @inline(__always)
    func scanLiteral(
        _ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>
    ) throws(JSONProblem) -> JSONNode.Kind {
        let (word, kind): (StaticString, JSONNode.Kind) =
            switch position.pointee {
            case UInt8(ascii: "t"): ("true", .true)
            case UInt8(ascii: "f"): ("false", .false)
            default: ("null", .null)
            }
        let count = word.utf8CodeUnitCount
        guard end - position >= count, Bytes.equal(position, word.utf8Start, count: count) else {
            throw JSONProblem(.invalidLiteral, at: position - base)
        }
        position += count
        return kind
    }
}
