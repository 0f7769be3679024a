extension Parser {
    /// Reads the quoted scalar at ``at`` and leaves ``at`` behind its closing quotation mark, maybe lines further down. Those
    /// lines need to be indented deeper than `parent`.
    mutating func quoted(parent: Int) -> Scalar? {
        let text = self.text
        let classes = self.classes
        let quote = text[at]
        let isDouble = quote == Byte.doubleQuote
        let ends = isDouble ? ByteClass.endsDoubleQuoted : ByteClass.endsSingleQuoted
        let style: Scalar.Style = isDouble ? .doubleQuoted : .singleQuoted
        let start = at + 1
        var index = start
        while classes[Int(text[index])] & ends == 0 { index += 1 }
        if text[index] == quote, isDouble || text[index + 1] != quote {
            at = index + 1
            if hasTabs, isJSON { noteTabs(start) }
            return textScalar(text + start, index - start, style)
        }

        let place = position(at)
        var count = copy(start, index, to: 0)
        var kept = 0  // What stands before this is never taken for white space at a line's end.
        var isFirstLine = true
        while true {
            at = index
            let byte = text[index]
            if byte == quote {
                at += 1
                guard !isDouble, text[at] == quote else {
                    if hasTabs, isJSON { noteTabs(start) }
                    return textScalar(scratch, count, style)
                }
                scratch[count] = quote
                count += 1
                at += 1
            } else if byte == Byte.backslash {
                if isLineEnd(text[at + 1]), text[at + 1] != 0 {
                    at += 1
                    if isFirstLine { firstLineEnd = at }
                    isFirstLine = false
                    let blanks = foldedLines(parent: parent, from: place)
                    if blanks < 0 { return nil }
                    count = lineFeeds(blanks, to: count)
                } else {
                    count = escape(to: count)
                }
                kept = count
            } else if byte == 0 {
                reportUnterminated(place, before: nil)
                return nil
            } else {
                if isFirstLine { firstLineEnd = at }
                isFirstLine = false
                let untrimmed = count
                while count > kept, scratch[count - 1] == Byte.space || scratch[count - 1] == Byte.tab {
                    count -= 1
                }
                if count < untrimmed, count == kept, count > 0 {
                    report(
                        .trailingSpace, "white space between an escape and the end of the line", at: at - 1,
                        hint: "remove it: parsers disagree about whether it counts")
                }
                let blanks = foldedLines(parent: parent, from: place)
                if blanks < 0 { return nil }
                count = fold(blanks, to: count)
                kept = count
            }
            let begin = at
            index = begin
            while classes[Int(text[index])] & ends == 0 { index += 1 }
            count = copy(begin, index, to: count)
        }
    }

    /// Notes that the text is not JSON if there is a tab in the quoted scalar that ends before ``at``.
    private mutating func noteTabs(_ start: Int) {
        var index = start
        while index < at {
            if text[index] == Byte.tab { isJSON = false }
            index += 1
        }
    }

    /// From the end of a line of a quoted scalar to the first text of the next one that has any; gives the number of blank
    /// lines between, or -1 after reporting a problem.
    private mutating func foldedLines(parent: Int, from place: Position) -> Int {
        isJSON = false
        var blanks = 0
        while nextLine() {
            skipSpaces()
            let spaces = at - lineStart
            if text[at] == Byte.tab {
                if spaces <= parent {
                    report(
                        .tabIndentation, "a tab where the line's indentation is", at: at,
                        hint: "indent with spaces only")
                    return -1
                }
                skipWhite()
            }
            if text[at] == 0 { break }
            if isLineEnd(text[at]) {
                blanks += 1
                continue
            }
            if spaces <= parent || (spaces == 0 && isMarker()) {
                reportUnterminated(place, before: position(at))
                return -1
            }
            return blanks
        }
        reportUnterminated(place, before: nil)
        return -1
    }

    private mutating func reportUnterminated(_ place: Position, before next: Position?) {
        let quote = excerpt(place.offset, place.offset + 1)
        guard let next else {
            return report(
                .unterminatedQuote, "the quotation mark \(quote) is not closed before the text ends",
                at: place)
        }
        report(
            .unterminatedQuote,
            "the quotation mark \(quote) is not closed before a line indented no deeper than its value",
            at: place, hint: "close it, or indent the lines it goes on over",
            notes: [Problem.Note(message: "this line", position: next)])
    }

    // MARK: escapes

    /// Writes what the escape at ``at`` stands for (YAML 1.2.2, section 5.7) and goes behind it; gives the new count.
    private mutating func escape(to count: Int) -> Int {
        let start = at
        let byte = text[start + 1]
        let code: UInt32
        switch byte {
        case UInt8(ascii: "n"): code = 0x0A
        case UInt8(ascii: "t"): code = 0x09
        case Byte.doubleQuote, Byte.backslash, Byte.slash: code = UInt32(byte)
        case UInt8(ascii: "r"): code = 0x0D
        case UInt8(ascii: "b"): code = 0x08
        case UInt8(ascii: "f"): code = 0x0C
        case UInt8(ascii: "u"): return numericEscape(to: count)
        default: return escapeBeyondJSON(to: count)
        }
        at += 2
        return encode(code, to: count)
    }

    /// The same for an escape that JSON does not have (RFC 8259, section 7).
    private mutating func escapeBeyondJSON(to count: Int) -> Int {
        isJSON = false
        let start = at
        let byte = text[start + 1]
        let code: UInt32
        switch byte {
        case Byte.space: code = UInt32(byte)
        case UInt8(ascii: "0"): code = 0
        case UInt8(ascii: "a"): code = 0x07
        case UInt8(ascii: "v"): code = 0x0B
        case UInt8(ascii: "e"): code = 0x1B
        case UInt8(ascii: "N"): code = 0x85
        case Byte.underscore: code = 0xA0
        case UInt8(ascii: "L"): code = 0x2028
        case UInt8(ascii: "P"): code = 0x2029
        case UInt8(ascii: "x"), UInt8(ascii: "U"): return numericEscape(to: count)
        case 0:
            at += 1
            return count
        default:
            at += 2
            while text[at] & 0xC0 == 0x80 { at += 1 }
            report(
                .unknownEscape, "the escape '\(excerpt(start, at))' is unknown", at: start,
                length: at - start,
                hint: "write '\\\\' for a backslash, or use single quotes")
            return count
        }
        at += 2
        return encode(code, to: count)
    }

    /// `\x41`, `\u0041`, `\U00000041`, and two `\u` that are a surrogate pair, as in JSON.
    private mutating func numericEscape(to count: Int) -> Int {
        let start = at
        let mark = text[start + 1]
        let digits = mark == UInt8(ascii: "x") ? 2 : mark == UInt8(ascii: "u") ? 4 : 8
        at += 2
        guard var code = hexadecimal(digits) else {
            report(
                .unknownEscape,
                "the escape '\\\(excerpt(start + 1, start + 2))' needs \(digits) hexadecimal digits",
                at: start, length: at - start)
            return count
        }
        if digits == 4, code >= 0xD800, code < 0xDC00, text[at] == Byte.backslash,
            text[at + 1] == UInt8(ascii: "u")
        {
            let second = at
            at += 2
            if let low = hexadecimal(4), low >= 0xDC00, low < 0xE000 {
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            } else {
                at = second
            }
        }
        guard code < 0x110000, code < 0xD800 || code >= 0xE000 else {
            report(
                .invalidCodePoint, "the escape '\(excerpt(start, at))' is no Unicode character", at: start,
                length: at - start,
                hint: code < 0x110000
                    ? "a surrogate needs its other half behind or before it: '\\uD83D\\uDE00'" : nil)
            return count
        }
        return encode(code, to: count)
    }

    /// Reads exactly `digits` hexadecimal digits.
    private mutating func hexadecimal(_ digits: Int) -> UInt32? {
        var code: UInt32 = 0
        var left = digits
        while left > 0 {
            let byte = text[at]
            let letter = byte | 0x20
            if byte >= 0x30, byte <= 0x39 {
                code = code << 4 | UInt32(byte - 0x30)
            } else if letter >= 0x61, letter <= 0x66 {
                code = code << 4 | UInt32(letter - 0x57)
            } else {
                return nil
            }
            at += 1
            left -= 1
        }
        return code
    }

    /// Writes a Unicode scalar value as UTF-8; gives the new count.
    private mutating func encode(_ code: UInt32, to count: Int) -> Int {
        let output = scratch + count
        if code < 0x80 {
            output[0] = UInt8(code)
            return count + 1
        }
        if code < 0x800 {
            output[0] = UInt8(0xC0 | code >> 6)
            output[1] = UInt8(0x80 | code & 0x3F)
            return count + 2
        }
        if code < 0x10000 {
            output[0] = UInt8(0xE0 | code >> 12)
            output[1] = UInt8(0x80 | code >> 6 & 0x3F)
            output[2] = UInt8(0x80 | code & 0x3F)
            return count + 3
        }
        output[0] = UInt8(0xF0 | code >> 18)
        output[1] = UInt8(0x80 | code >> 12 & 0x3F)
        output[2] = UInt8(0x80 | code >> 6 & 0x3F)
        output[3] = UInt8(0x80 | code & 0x3F)
        return count + 4
    }
}
