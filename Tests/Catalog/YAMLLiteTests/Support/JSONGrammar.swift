/// Reads JSON (RFC 8259) by its grammar and keeps nothing: what ``ParseResult/isJSON`` is compared with.
///
/// What it reads was accepted as YAML, so it is no deeper than that allows, is UTF-8, and has proper `\u` escapes.
struct JSONGrammar {
    private let bytes: [UInt8]
    private var index = 0

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        skipWhite()
    }

    /// Whether a text is JSON. A byte order mark before it is allowed.
    static func matches(_ bytes: [UInt8]) -> Bool {
        var grammar = JSONGrammar(bytes: bytes)
        return grammar.value() && grammar.index == bytes.count
    }

    private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func skipWhite() {
        while next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        skipWhite()
        return true
    }

    /// Reads a value and the white space behind it; false when there is none.
    private mutating func value() -> Bool {
        defer { skipWhite() }
        switch next {
        case UInt8(ascii: "{"):
            return list(UInt8(ascii: "}")) { $0.string() && $0.take(0x3A) && $0.value() }
        case UInt8(ascii: "["): return list(UInt8(ascii: "]")) { $0.value() }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func list(_ close: UInt8, _ item: (inout JSONGrammar) -> Bool) -> Bool {
        index += 1
        skipWhite()
        if take(close) { return true }
        repeat {
            guard item(&self) else { return false }
            skipWhite()
        } while take(0x2C)
        return take(close)
    }

    private mutating func string() -> Bool {
        guard next == 0x22 else { return false }
        index += 1
        while index < bytes.count, bytes[index] != 0x22 {
            if bytes[index] < 0x20 { return false }
            if bytes[index] == 0x5C {
                guard index + 1 < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[index + 1]) else {
                    return false
                }
                index += 1
            }
            index += 1
        }
        guard index < bytes.count else { return false }
        index += 1
        skipWhite()
        return true
    }

    private mutating func word(_ word: String) -> Bool {
        guard bytes[index...].starts(with: word.utf8) else { return false }
        index += word.utf8.count
        return true
    }

    private mutating func digits() -> Bool {
        let start = index
        while next >= 0x30, next <= 0x39 { index += 1 }
        return index > start
    }

    /// Section 6.
    private mutating func number() -> Bool {
        if next == 0x2D { index += 1 }
        let isZero = next == 0x30
        let start = index
        guard digits(), !isZero || index == start + 1 else { return false }
        if next == 0x2E {
            index += 1
            guard digits() else { return false }
        }
        if next | 0x20 == 0x65 {
            index += 1
            if next == 0x2B || next == 0x2D { index += 1 }
            guard digits() else { return false }
        }
        return true
    }
}
