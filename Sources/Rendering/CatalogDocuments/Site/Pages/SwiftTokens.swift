/// The Swift of an example taken apart for colouring. Not a parser of Swift: examples have calls, literals and labels only.
enum SwiftTokens {
    /// A stretch of source.
    struct Token: Equatable {
        enum Kind { case plain, string, number, label }

        var kind: Kind
        var text: String
    }

    /// The stretches, which together are the source. Linear.
    static func split(_ source: String) -> [Token] {
        let bytes = Array(source.utf8)
        var tokens: [Token] = []
        var plain = 0
        var index = 0
        func take(_ kind: Token.Kind, from start: Int, to end: Int) {
            if plain < start {
                tokens.append(
                    Token(kind: .plain, text: String(decoding: bytes[plain..<start], as: UTF8.self)))
            }
            tokens.append(Token(kind: kind, text: String(decoding: bytes[start..<end], as: UTF8.self)))
            plain = end
        }
        while index < bytes.count {
            let start = index
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index = min(index + 1, bytes.count)
                take(.string, from: start, to: index)
            } else if isWord(bytes[index]) {
                while index < bytes.count, isWord(bytes[index]) { index += 1 }
                let isNumber = bytes[start] >= 0x30 && bytes[start] <= 0x39
                let isLabel = index < bytes.count && bytes[index] == UInt8(ascii: ":")
                if isNumber {
                    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), isWord(bytes[index + 1]) {
                        index += 1
                        while index < bytes.count, isWord(bytes[index]) { index += 1 }
                    }
                    take(.number, from: start, to: index)
                } else if isLabel {
                    take(.label, from: start, to: index)
                }
            } else {
                index += 1
            }
        }
        if plain < bytes.count {
            tokens.append(Token(kind: .plain, text: String(decoding: bytes[plain...], as: UTF8.self)))
        }
        return tokens
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte == 0x5F || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A
            || byte >= 0x61 && byte <= 0x7A
    }
}
