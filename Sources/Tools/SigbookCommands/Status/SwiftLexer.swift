/// Reads Swift source as tokens, without comments ("Lexical Structure" of The Swift Programming Language).
///
/// It knows nested comments, string literals with any number of `#`, of one line and of several, interpolations however nested
/// (their tokens come before the string's), and regular expressions. Any bytes give tokens: a literal that does not end ends with
/// its line, or with the text. Takes linear time, and memory for the nesting of interpolations alone.
struct SwiftLexer {
    /// The source.
    let bytes: [UInt8]
    /// Where to go on.
    private var offset = 0
    /// The number of the line there, from 1.
    private var line = 1
    /// Where that line begins.
    private var lineStart = 0
    /// The strings around an interpolation that is being read, outermost first.
    private var strings: [OpenString] = []
    /// The last token but for comments, to tell a regular expression from a division.
    private var previous: SwiftToken?
    /// No regular expression begins before here: one was looked for up to the line's end in vain.
    private var regexBarrier = 0

    /// A string whose end has not been found yet.
    private struct OpenString {
        var start: Int
        var line: Int
        var column: Int
        /// How many `#` it begins and ends with.
        var hashes: Int
        var isMultiline: Bool
        /// Whether it is what is written between its quotes.
        var isPlain = true
        /// How many parentheses are open in the interpolation being read.
        var depth = 0
    }

    /// A lexer at the beginning of a source.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            offset = 3
            lineStart = 3
        }
    }

    /// The next token; nil at the end.
    mutating func next() -> SwiftToken? {
        let token = read()
        if let token { previous = token }
        return token
    }

    private mutating func read() -> SwiftToken? {
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\n"): newLine()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0B, 0x0C, 0: offset += 1
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "/"): return slash()
            case UInt8(ascii: "\""):
                if let token = string(hashes: 0) { return token }
            case UInt8(ascii: "#"):
                if let token = hash() { return token }
            case UInt8(ascii: "`"): return quotedWord()
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return token(.literal, to: endOfWord(from: offset))
            case UInt8(ascii: "("):
                if !strings.isEmpty { strings[strings.count - 1].depth += 1 }
                return token(.mark(byte), to: offset + 1)
            case UInt8(ascii: ")"):
                guard let open = strings.last else { return token(.mark(byte), to: offset + 1) }
                if open.depth > 0 {
                    strings[strings.count - 1].depth -= 1
                    return token(.mark(byte), to: offset + 1)
                }
                offset += 1
                strings.removeLast()
                if let token = finish(open) { return token }
            default:
                if Self.isWord(byte) { return token(.word, to: endOfWord(from: offset)) }
                return token(.mark(byte), to: offset + 1)
            }
        }
        return nil
    }

    private func peek(_ distance: Int) -> UInt8 {
        offset + distance < bytes.count ? bytes[offset + distance] : 0
    }

    private mutating func newLine() {
        offset += 1
        line += 1
        lineStart = offset
    }

    private mutating func token(_ kind: SwiftToken.Kind, to end: Int) -> SwiftToken {
        let token = SwiftToken(
            kind: kind, range: offset..<end, line: line, column: offset - lineStart + 1)
        offset = end
        return token
    }

    /// Whether a byte is part of a word; whatever is not ASCII is taken for a letter.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
            true
        default: false
        }
    }

    private func endOfWord(from start: Int) -> Int {
        var end = start
        while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
        return end
    }

    // MARK: comments

    private mutating func skipLine() {
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    }

    private mutating func skipComment() {
        var depth = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
                depth += 1
                offset += 2
            } else if bytes[offset] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
                depth -= 1
                offset += 2
                if depth == 0 { return }
            } else if bytes[offset] == UInt8(ascii: "\n") {
                newLine()
            } else {
                offset += 1
            }
        }
    }

    // MARK: words

    private mutating func quotedWord() -> SwiftToken {
        var end = offset + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "`"), bytes[end] != UInt8(ascii: "\n") {
            end += 1
        }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "`") else {
            return token(.mark(UInt8(ascii: "`")), to: offset + 1)
        }
        offset += 1
        let word = token(.word, to: end)
        offset += 1
        return word
    }

    // MARK: strings

    /// `#`: the beginning of a raw string, of a regular expression, or of a macro; nil when an interpolation begins.
    private mutating func hash() -> SwiftToken? {
        var hashes = 0
        while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
        switch peek(hashes) {
        case UInt8(ascii: "\""): return string(hashes: hashes)
        case UInt8(ascii: "/"): return extendedRegex(hashes: hashes)
        default: return token(.mark(UInt8(ascii: "#")), to: offset + hashes)
        }
    }

    /// A string literal that begins here; nil when an interpolation begins, whose tokens come first.
    private mutating func string(hashes: Int) -> SwiftToken? {
        var open = OpenString(
            start: offset, line: line, column: offset - lineStart + 1, hashes: hashes, isMultiline: false)
        offset += hashes + 1
        // Text of several lines begins on the next one; without that, `#"""#` is one quotation mark.
        if peek(0) == UInt8(ascii: "\""), peek(1) == UInt8(ascii: "\""),
            peek(2) == UInt8(ascii: "\n") || peek(2) == UInt8(ascii: "\r")
        {
            open.isMultiline = true
            offset += 2
        }
        return finish(open)
    }

    /// Reads on to the end of a string; nil when an interpolation begins.
    private mutating func finish(_ string: OpenString) -> SwiftToken? {
        var open = string
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\n") {
                if !open.isMultiline { return close(open, contentEnd: offset, isWhole: false) }
                newLine()
            } else if byte == UInt8(ascii: "\\"), isFollowed(by: open.hashes, from: offset + 1) {
                open.isPlain = false
                let escaped = offset + 1 + open.hashes
                offset = escaped
                guard escaped < bytes.count else { break }
                if bytes[escaped] == UInt8(ascii: "(") {
                    offset += 1
                    open.depth = 0
                    strings.append(open)
                    return nil
                }
                if bytes[escaped] != UInt8(ascii: "\n") { offset += 1 }
            } else if byte == UInt8(ascii: "\"") {
                let quotes = open.isMultiline ? 3 : 1
                let ends =
                    (!open.isMultiline
                        || peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\""))
                    && isFollowed(by: open.hashes, from: offset + quotes)
                if ends {
                    let contentEnd = offset
                    offset += quotes + open.hashes
                    return close(open, contentEnd: contentEnd, isWhole: true)
                }
                offset += 1
            } else {
                offset += 1
            }
        }
        return close(open, contentEnd: bytes.count, isWhole: false)
    }

    /// Whether that many `#` stand there.
    private func isFollowed(by hashes: Int, from start: Int) -> Bool {
        if hashes == 0 { return true }
        guard start + hashes <= bytes.count else { return false }
        return bytes[start..<start + hashes].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    private func close(_ open: OpenString, contentEnd: Int, isWhole: Bool) -> SwiftToken {
        var text: String?
        if isWhole, open.isPlain, !open.isMultiline {
            text = String(decoding: bytes[open.start + open.hashes + 1..<contentEnd], as: UTF8.self)
        }
        return SwiftToken(
            kind: .string(text), range: open.start..<offset, line: open.line, column: open.column)
    }

    // MARK: regular expressions

    /// `/`: a regular expression if an expression can begin here and another `/` is on the line, or an operator.
    private mutating func slash() -> SwiftToken {
        let next = peek(1)
        if offset >= regexBarrier, canBeginExpression, next != UInt8(ascii: " "), next != UInt8(ascii: "\t") {
            var end = offset + 1
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
                if bytes[end] == UInt8(ascii: "/") { return token(.literal, to: end + 1) }
                end +=
                    bytes[end] == UInt8(ascii: "\\") && end + 1 < bytes.count
                        && bytes[end + 1] != UInt8(ascii: "\n") ? 2 : 1
            }
            regexBarrier = end
        }
        return token(.mark(UInt8(ascii: "/")), to: offset + 1)
    }

    /// Whether what comes next can begin an expression, because what came before cannot end one.
    private var canBeginExpression: Bool {
        switch previous?.kind {
        case nil: true
        case .string, .literal: false
        case .mark(let byte):
            !")]}!?".utf8.contains(byte)
        case .word:
            previous.map {
                Self.expressionKeywords.contains(String(decoding: bytes[$0.range], as: UTF8.self))
            }
                ?? false
        }
    }

    /// The keywords that an expression can follow.
    private static let expressionKeywords: Set<String> = [
        "return", "case", "in", "if", "guard", "while", "switch", "try", "await", "throw", "where", "is",
        "as",
        "else", "let", "var", "repeat", "yield", "consume", "copy", "borrow",
    ]

    /// `#/ … /#`, on one line or on several.
    private mutating func extendedRegex(hashes: Int) -> SwiftToken {
        let start = (offset, line, offset - lineStart + 1)
        offset += hashes + 1
        let isMultiline = peek(0) == UInt8(ascii: "\n") || peek(0) == UInt8(ascii: "\r")
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\n") {
                if !isMultiline { break }
                newLine()
            } else if byte == UInt8(ascii: "/"), isFollowed(by: hashes, from: offset + 1) {
                offset += 1 + hashes
                break
            } else if byte == UInt8(ascii: "\\"), peek(1) != UInt8(ascii: "\n") {
                offset = min(offset + 2, bytes.count)
            } else {
                offset += 1
            }
        }
        return SwiftToken(kind: .literal, range: start.0..<offset, line: start.1, column: start.2)
    }
}
