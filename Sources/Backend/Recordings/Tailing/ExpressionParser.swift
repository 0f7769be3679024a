import CatalogModel
import SignalVocabulary

/// Reads conditions; recursion is bounded.
struct ExpressionParser {
    /// The longest text that is read, in bytes.
    static let maximumLength = 4096
    /// How deep parentheses and `not` may stand in one another.
    static let maximumDepth = 64

    private enum Token: Equatable {
        case word(String)
        case text(String)
        case number(Double)
        case sign(String)
        case end
    }

    private let bytes: [UInt8]
    private var position = 0
    private var token = Token.end
    private var start = 0
    private var depth = 0
    /// The names read so far.
    private(set) var names: [Expression.Name] = []

    init(_ text: String) throws(ExpressionError) {
        bytes = Array(text.utf8)
        guard bytes.count <= Self.maximumLength else {
            throw ExpressionError(
                "the condition is longer than \(Self.maximumLength) bytes", at: Self.maximumLength)
        }
        try advance()
    }

    mutating func parse() throws(ExpressionError) -> Expression.Node {
        let node = try disjunction()
        guard token == .end else { throw unexpected("expected \"and\", \"or\" or the end") }
        return node
    }

    private mutating func disjunction() throws(ExpressionError) -> Expression.Node {
        var node = try conjunction()
        while token == .word("or") {
            try advance()
            node = .or(node, try conjunction())
        }
        return node
    }

    private mutating func conjunction() throws(ExpressionError) -> Expression.Node {
        var node = try negation()
        while token == .word("and") {
            try advance()
            node = .and(node, try negation())
        }
        return node
    }

    private mutating func negation() throws(ExpressionError) -> Expression.Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw ExpressionError("the condition is nested more than \(Self.maximumDepth) deep", at: start)
        }
        if token == .word("not") {
            try advance()
            return .not(try negation())
        }
        if token == .sign("(") {
            let open = start
            try advance()
            let node = try disjunction()
            guard token == .sign(")") else {
                if token == .end { throw ExpressionError("a parenthesis that is not closed", at: open) }
                throw unexpected("expected \")\"")
            }
            try advance()
            return node
        }
        return try comparison()
    }

    private mutating func comparison() throws(ExpressionError) -> Expression.Node {
        if token == .word("has") {
            try advance()
            return .isThere(name: try name())
        }
        let name = try name()
        switch token {
        case .sign("=="): return .compare(name: name, .equal, try operand(of: name))
        case .sign("!="): return .compare(name: name, .unequal, try operand(of: name))
        case .sign("<"): return .compare(name: name, .less, try operand(of: name))
        case .sign("<="): return .compare(name: name, .lessOrEqual, try operand(of: name))
        case .sign(">"): return .compare(name: name, .greater, try operand(of: name))
        case .sign(">="): return .compare(name: name, .greaterOrEqual, try operand(of: name))
        case .sign("=~"): return .matches(name: name, try glob(), isNegated: false)
        case .sign("!~"): return .matches(name: name, try glob(), isNegated: true)
        case .sign("="): throw ExpressionError("\"=\" is no comparison; did you mean \"==\"?", at: start)
        case .word("in"): return .isOneOf(name: name, try list(of: name))
        default: return .isTrue(name: name)
        }
    }

    private mutating func name() throws(ExpressionError) -> String {
        guard case .word(let name) = token, !["and", "or", "not", "in", "has"].contains(name) else {
            throw unexpected("expected the name of a property")
        }
        names.append(Expression.Name(text: name, offset: start))
        try advance()
        return name
    }

    /// What stands behind a comparison of the property `name`.
    private mutating func operand(of name: String) throws(ExpressionError) -> Expression.Literal {
        try advance()
        return try literal(of: name)
    }

    /// A value to compare the property `name` with; a severity is one of those that there are, for no record has another.
    private mutating func literal(of name: String) throws(ExpressionError) -> Expression.Literal {
        let place = start
        let literal = try literal()
        guard name == "severity", case .text(var text) = literal,
            text.withUTF8({ Severity(recorded: $0) }) == nil
        else { return literal }
        let known = Severity.allCases.map(\.name)
        var suggestions = Suggestions()
        let hint =
            suggestions.nearest(to: text, among: known).map { "did you mean \(Quoted.text($0))?" }
            ?? "expected \(Quoted.list(known))"
        throw ExpressionError("\(Quoted.text(text)) is no severity; \(hint)", at: place)
    }

    private mutating func literal() throws(ExpressionError) -> Expression.Literal {
        let literal: Expression.Literal
        switch token {
        case .text(let text): literal = .text(text)
        case .number(let number): literal = .number(number)
        case .word("true"): literal = .bool(true)
        case .word("false"): literal = .bool(false)
        case .word("null"): literal = .null
        case .word(let word): literal = .text(word)
        case .sign, .end: throw unexpected("expected a value")
        }
        try advance()
        return literal
    }

    private mutating func glob() throws(ExpressionError) -> Glob {
        try advance()
        guard case .text(let pattern) = token else {
            guard case .word(let pattern) = token else { throw unexpected("expected a pattern in quotes") }
            try advance()
            return Glob(pattern)
        }
        try advance()
        return Glob(pattern)
    }

    private mutating func list(of name: String) throws(ExpressionError) -> [Expression.Literal] {
        try advance()
        guard token == .sign("[") else { throw unexpected("expected \"[\" after \"in\"") }
        try advance()
        var values = [try literal(of: name)]
        while token == .sign(",") {
            try advance()
            values.append(try literal(of: name))
        }
        guard token == .sign("]") else { throw unexpected("expected \",\" or \"]\"") }
        try advance()
        return values
    }

    private func unexpected(_ expectation: String) -> ExpressionError {
        guard token != .end else { return ExpressionError("\(expectation), and not the end", at: start) }
        let found = String(decoding: bytes[start..<position], as: UTF8.self)
        return ExpressionError("\(expectation), and not \(Quoted.text(found))", at: start)
    }

    // MARK: Tokens

    private mutating func advance() throws(ExpressionError) {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        start = position
        guard position < bytes.count else {
            token = .end
            return
        }
        let byte = bytes[position]
        if Self.beginsName(byte) {
            while position < bytes.count, Self.continuesName(bytes[position]) { position += 1 }
            token = .word(String(decoding: bytes[start..<position], as: UTF8.self))
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            token = .text(try quoted(byte))
        } else if byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
            try readNumber()
        } else {
            try readSign(byte)
        }
    }

    private mutating func quoted(_ quote: UInt8) throws(ExpressionError) -> String {
        position += 1
        var text: [UInt8] = []
        while position < bytes.count, bytes[position] != quote {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count { position += 1 }
            text.append(bytes[position])
            position += 1
        }
        guard position < bytes.count else {
            throw ExpressionError("a text without its closing quote", at: start)
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func readNumber() throws(ExpressionError) {
        position += 1
        while position < bytes.count,
            Self.continuesName(bytes[position]) || bytes[position] == UInt8(ascii: "+")
        {
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            throw ExpressionError(
                "\(Quoted.text(text)) is no number; write texts that begin with a digit in quotes", at: start)
        }
        token = .number(number)
    }

    private mutating func readSign(_ byte: UInt8) throws(ExpressionError) {
        for sign in ["==", "!=", "<=", ">=", "=~", "!~", "<", ">", "=", "(", ")", "[", "]", ","] {
            let length = sign.utf8.count
            if bytes[position...].prefix(length).elementsEqual(sign.utf8) {
                token = .sign(sign)
                position += length
                return
            }
        }
        // The whole character, so that the message can show it.
        position += 1
        while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        throw ExpressionError("\(Quoted.text(text)) means nothing here", at: start)
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
    }

    private static func continuesName(_ byte: UInt8) -> Bool {
        beginsName(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
}
