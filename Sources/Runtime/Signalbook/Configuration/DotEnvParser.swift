import SignalVocabulary

/// Reads the text of a `.env` file; ``DotEnv`` says what is accepted. Linear in the text's length.
struct DotEnvParser {
    /// A line that could not be read.
    struct BrokenLine {
        var line: Int
        var reason: String
    }

    /// The text, whose lines end with a line feed.
    private let bytes: [UInt8]
    private(set) var entries: [String: DotEnv.Entry] = [:]
    private(set) var brokenLines: [BrokenLine] = []
    private var position = 0
    private var line = 1

    /// - Parameter text: the file's bytes, with line ends of any kind.
    init(text: [UInt8]) { bytes = Self.withLineFeeds(text) }

    /// The text with a line feed in the place of every CRLF and every CR.
    private static func withLineFeeds(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\r")) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var isAfterReturn = false
        for byte in text {
            let isReturn = byte == UInt8(ascii: "\r")
            if isReturn || byte != UInt8(ascii: "\n") || !isAfterReturn {
                bytes.append(isReturn ? UInt8(ascii: "\n") : byte)
            }
            isAfterReturn = isReturn
        }
        return bytes
    }

    /// Why a line cannot be read.
    private struct Broken: Error {
        var reason: String
        init(_ reason: String) { self.reason = reason }
    }

    /// Reads everything.
    mutating func parse() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < bytes.count {
            let start = (position, line)
            do throws(Broken) {
                try parseLine()
            } catch {
                brokenLines.append(BrokenLine(line: start.1, reason: error.reason))
                // Also after a quoted value that spans lines: what follows the first of them may be sound.
                (position, line) = start
                skipLine()
            }
        }
    }

    private mutating func parseLine() throws(Broken) {
        skipSpaces()
        guard let first = peek, first != UInt8(ascii: "#"), !atLineEnd else { return skipLine() }
        let startLine = line
        var name = try parseName()
        if name == "export", peek.map(isSpace) ?? false {
            skipSpaces()
            name = try parseName()
        }
        skipSpaces()
        guard peek == UInt8(ascii: "=") else { throw Broken("expected `=` after the variable's name") }
        position += 1
        let value = try parseValue()
        guard !value.contains(0) else { throw Broken("the value contains a NUL byte") }
        guard let text = String(validating: value, as: UTF8.self) else {
            throw Broken("the value is not UTF-8")
        }
        skipLine()
        entries[name] = DotEnv.Entry(value: text, line: startLine)
    }

    private mutating func parseName() throws(Broken) -> String {
        let start = position
        while let byte = peek, isNameStart(byte) || (ASCII.isDigit(byte) && position > start) {
            position += 1
        }
        guard position > start else { throw Broken("expected a variable's name of letters, digits and `_`") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func parseValue() throws(Broken) -> [UInt8] {
        let spaced = peek.map(isSpace) ?? false
        skipSpaces()
        guard let first = peek, !atLineEnd else { return [] }
        if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") { return try parseQuoted(first) }
        return parseBare(commentMayStart: spaced)
    }

    private mutating func parseBare(commentMayStart: Bool) -> [UInt8] {
        let start = position
        var end = position
        var afterSpace = commentMayStart
        while let byte = peek, !atLineEnd {
            if byte == UInt8(ascii: "#"), afterSpace { break }
            position += 1
            afterSpace = isSpace(byte)
            if !afterSpace { end = position }
        }
        return Array(bytes[start..<end])
    }

    private mutating func parseQuoted(_ quote: UInt8) throws(Broken) -> [UInt8] {
        position += 1
        var value: [UInt8] = []
        while true {
            guard let byte = peek else { throw Broken("the quoted value has no closing quote") }
            position += 1
            if byte == quote { break }
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), let escaped = peek.flatMap(unescape) {
                position += 1
                value.append(escaped)
            } else {
                value.append(byte)
            }
        }
        skipSpaces()
        guard atLineEnd || peek == UInt8(ascii: "#") else {
            throw Broken("unexpected text after the closing quote")
        }
        return value
    }

    private func unescape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"): byte
        default: nil
        }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Whether the line ends here: at a line feed, or with the text.
    private var atLineEnd: Bool { peek.map { $0 == UInt8(ascii: "\n") } ?? true }

    private mutating func skipSpaces() {
        while let byte = peek, isSpace(byte) { position += 1 }
    }

    private mutating func skipLine() {
        while let byte = peek {
            position += 1
            guard byte == UInt8(ascii: "\n") else { continue }
            line += 1
            return
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private func isNameStart(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte == UInt8(ascii: "_") }
}
