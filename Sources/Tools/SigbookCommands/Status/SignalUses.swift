import CatalogModel

/// The places in Swift source that have to do with the events of a catalog.
struct SignalUses {
    /// What an event's name is written as in Swift.
    private let members: [String: Int]
    private let types: [String: Int]
    private let names: [String: Int]
    /// For each event of the catalog, where it is made: its factory in a call of `track`, or its type called.
    private(set) var calls: [[SourceLocation]]
    /// For each event, where its name is written as a string.
    private(set) var strings: [[SourceLocation]]

    /// No places yet.
    init(of events: [Event]) {
        func table(_ name: (Event) -> String) -> [String: Int] {
            Dictionary(events.enumerated().map { (name($1), $0) }) { first, _ in first }
        }
        members = table(SwiftNames.memberName)
        types = table(SwiftNames.typeName)
        names = table(\.name)
        calls = Array(repeating: [], count: events.count)
        strings = calls
    }

    /// Looks for places in a file, in linear time. Anything at all may be in it.
    ///
    /// - Returns: whether there are any.
    mutating func scan(_ bytes: [UInt8], path: String) -> Bool {
        var hasPlaces = false
        var lexer = SwiftLexer(bytes)
        var window = TokenWindow()
        /// For each open parenthesis, whether it is that of a call of `track`.
        var parentheses: [Bool] = []
        while let token = lexer.next() {
            defer { window.shift(in: token) }
            switch token.kind {
            case .mark(UInt8(ascii: "(")):
                parentheses.append(window.isWord("track", 0, in: bytes))
                guard let made = madeType(window, bytes) else { continue }
                calls[made.event].append(location(of: made.token, path))
                hasPlaces = true
            case .mark(UInt8(ascii: ")")):
                _ = parentheses.popLast()
            case .word where parentheses.last == true && window.beginsImplicitMember:
                guard let index = members[Self.text(token, bytes)] else { continue }
                calls[index].append(location(of: token, path))
                hasPlaces = true
            case .string(let text?):
                guard let index = names[text], isTold(text, window, bytes) else { continue }
                strings[index].append(location(of: token, path))
                hasPlaces = true
            default: continue
            }
        }
        return hasPlaces
    }

    /// The event whose type is called by the parenthesis behind the window: `SessionCreated(` or `SessionCreated.init(`.
    private func madeType(_ window: TokenWindow, _ bytes: [UInt8]) -> (event: Int, token: SwiftToken)? {
        let isInit = window.isWord("init", 0, in: bytes) && window.isMark(".", 1)
        let place = isInit ? 2 : 0
        guard let token = window[place], token.kind == .word, let event = types[Self.text(token, bytes)]
        else { return nil }
        // What is declared, or is an attribute or a macro, is not made.
        if window.isMark("@", place + 1) || window.isMark("#", place + 1) { return nil }
        let declares = ["func", "case", "struct", "class", "enum", "actor", "macro", "protocol", "extension"]
        if declares.contains(where: { window.isWord($0, place + 1, in: bytes) }) { return nil }
        return (event, token)
    }

    /// Whether a string that reads like an event's name means one: a name of one word may mean anything, unless it is
    /// given to `track`.
    private func isTold(_ name: String, _ window: TokenWindow, _ bytes: [UInt8]) -> Bool {
        if name.utf8.contains(where: { $0 == 0x5F || $0 == 0x2E || $0 == 0x2D }) { return true }
        if window.isMark("(", 0) { return window.isWord("track", 1, in: bytes) }
        return window.isMark(":", 0) && window.isMark("(", 2) && window.isWord("track", 3, in: bytes)
    }

    private static func text(_ token: SwiftToken, _ bytes: [UInt8]) -> String {
        String(decoding: bytes[token.range], as: UTF8.self)
    }

    private func location(of token: SwiftToken, _ path: String) -> SourceLocation {
        SourceLocation(path: path, line: token.line, column: token.column, length: token.range.count)
    }
}

/// The last few tokens before the one being looked at.
private struct TokenWindow {
    private var tokens: (SwiftToken?, SwiftToken?, SwiftToken?, SwiftToken?) = (nil, nil, nil, nil)

    /// The token that many places before the current one; 0 is the last.
    subscript(_ distance: Int) -> SwiftToken? {
        switch distance {
        case 0: tokens.0
        case 1: tokens.1
        case 2: tokens.2
        case 3: tokens.3
        default: nil
        }
    }

    mutating func shift(in token: SwiftToken) {
        tokens = (token, tokens.0, tokens.1, tokens.2)
    }

    func isWord(_ word: String, _ distance: Int, in bytes: [UInt8]) -> Bool {
        guard let token = self[distance], token.kind == .word else { return false }
        return bytes[token.range].elementsEqual(word.utf8)
    }

    func isMark(_ mark: Unicode.Scalar, _ distance: Int) -> Bool {
        self[distance]?.kind == .mark(UInt8(ascii: mark))
    }

    /// Whether a word here is a member of a type that is left out: behind a dot that nothing stands before.
    var beginsImplicitMember: Bool {
        guard isMark(".", 0) else { return false }
        guard let before = self[1], case .mark(let byte) = before.kind else { return false }
        // `a?.b` is a member of `a`, and `a ? .b : .c` is not.
        if byte == UInt8(ascii: "?"), before.range.upperBound == self[0]?.range.lowerBound { return false }
        return !")]}!".utf8.contains(byte)
    }
}
