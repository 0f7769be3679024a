/// The first pass: finds bytes that are not UTF-8 and characters that are not allowed, reports them, and puts an `x` in the
/// place of each such byte, so that the parser can go on and has no zero before the end.
struct CharacterCheck {
    private let text: UnsafeMutablePointer<UInt8>
    private let end: Int
    private var at = 0
    private var line = 1
    private var lineStart = 0
    private(set) var problems: [Problem] = []
    private let limit: Int
    /// Whether there is a tab anywhere.
    private(set) var hasTabs = false
    /// How many bytes were found that no text has: broken UTF-8 and control characters.
    private var strangeBytes = 0
    private var firstStrange: Position?
    /// With so many of them it is no text at all, or in another encoding, and to list them all would tell less.
    private static let strangeLimit = 10

    /// A check of `end` bytes, behind which there is a zero; at most `limit` problems and one.
    init(_ text: UnsafeMutablePointer<UInt8>, end: Int, limit: Int) {
        self.text = text
        self.end = end
        self.limit = limit
    }

    /// Checks everything; false when it is no use to parse.
    mutating func run() -> Bool {
        guard checkEncoding() else { return false }
        if end >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
            at = 3
            lineStart = 3
        }
        let text = self.text
        let end = self.end
        var index = at
        while index < end {
            let byte = text[index]
            if byte >= 0x20, byte < 0x7F {
                index += 1
            } else if byte == Byte.lineFeed {
                index += 1
                line += 1
                lineStart = index
            } else if byte == Byte.tab {
                hasTabs = true
                index += 1
            } else {
                at = index
                if byte < 0x80 { checkControl(byte) } else { checkMultibyte(byte) }
                index = at
                if problems.count > limit { return false }
                if strangeBytes == Self.strangeLimit, let firstStrange {
                    problems = [Self.notText(at: firstStrange)]
                    return false
                }
            }
        }
        return true
    }

    /// UTF-16 and UTF-32 have a byte order mark or a zero among the first bytes of a text.
    private mutating func checkEncoding() -> Bool {
        guard end >= 2 else { return true }
        let hasMark = (text[0] == 0xFF && text[1] == 0xFE) || (text[0] == 0xFE && text[1] == 0xFF)
        let hasZero = (text[0] == 0) != (text[1] == 0)
        guard hasMark || hasZero else { return true }
        report(.encoding, "the file is not UTF-8 but UTF-16 or UTF-32", 1, hint: "save it as UTF-8")
        return false
    }

    private mutating func checkControl(_ byte: UInt8) {
        if byte == Byte.carriageReturn {
            if text[at + 1] == Byte.lineFeed {
                at += 1
                return
            }
            report(
                .carriageReturn, "a carriage return without a line feed", 1, hint: "end lines with LF or CRLF"
            )
        } else {
            report(
                .controlCharacter, "the control character \(CharacterCheck.name(UInt32(byte)))", 1,
                hint: "write it as an escape between double quotes, if it is meant")
        }
        replace(1)
    }

    /// Checks one character of several bytes (RFC 3629, section 4).
    private mutating func checkMultibyte(_ first: UInt8) {
        var length = 2
        var code = UInt32(first & 0x1F)
        var least: UInt32 = 0x80
        if first >= 0xF0 {
            (length, code, least) = (4, UInt32(first & 0x07), 0x10000)
        } else if first >= 0xE0 {
            (length, code, least) = (3, UInt32(first & 0x0F), 0x800)
        }
        var isGood = first >= 0xC2 && first <= 0xF4
        var index = 1
        while isGood, index < length {
            let byte = text[at + index]  // Never behind the final zero, for that ends the loop.
            isGood = byte & 0xC0 == 0x80
            code = code << 6 | UInt32(byte & 0x3F)
            index += 1
        }
        guard isGood, code >= least, code < 0x110000, code < 0xD800 || code >= 0xE000 else {
            report(
                .encoding, "the byte 0x\(String(first, radix: 16, uppercase: true)) is not UTF-8", 1,
                hint: "save the file as UTF-8")
            replace(1)
            while text[at] & 0xC0 == 0x80 { replace(1) }
            return
        }
        if code > 0xA0, code != 0x2028, code != 0x2029, code != 0xFEFF,
            code & 0xFFFE != 0xFFFE || code > 0xFFFF
        {
            at += length
            return
        }
        if code == 0x85 || code == 0x2028 || code == 0x2029 {
            report(
                .lineSeparator,
                "the line separator \(CharacterCheck.name(code)), which some YAML parsers take for the end of a line",
                length, hint: "write it as an escape between double quotes")
        } else if code == 0xFEFF {
            report(.byteOrderMark, "a byte order mark within the text", length, hint: "remove it")
        } else if code == 0xA0 {
            at += length
            return
        } else {
            report(
                .controlCharacter, "the character \(CharacterCheck.name(code)), which YAML does not allow",
                length,
                hint: "write it as an escape between double quotes, if it is meant")
        }
        replace(length)
    }

    private mutating func replace(_ length: Int) {
        var left = length
        while left > 0 {
            text[at] = UInt8(ascii: "x")
            at += 1
            left -= 1
        }
    }

    private static func notText(at position: Position) -> Problem {
        Problem(
            rule: Rule.encoding.rawValue, message: "the file is not UTF-8 text", position: position,
            length: 1,
            hint: "this is the first of many bytes that are not; save it as UTF-8, or name another file")
    }

    private mutating func report(_ rule: Rule, _ message: String, _ length: Int, hint: String?) {
        let position = Position(line: line, column: at - lineStart + 1, offset: at)
        if rule == .encoding || (rule == .controlCharacter && text[at] == 0) {
            strangeBytes += 1
            if strangeBytes == 1 { firstStrange = position }
        }
        if problems.count == limit {
            problems.append(
                Problem(
                    rule: Rule.tooManyProblems.rawValue,
                    message: "more than \(limit) problems; those from here on are not shown",
                    position: position,
                    length: 1))
        } else if problems.count < limit {
            problems.append(
                Problem(rule: rule.rawValue, message: message, position: position, length: length, hint: hint)
            )
        }
    }

    private static func name(_ code: UInt32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
