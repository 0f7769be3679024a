/// Reads a pattern by recursive descent, one method a rule of the grammar.
struct PatternParser {
    /// The pattern's scalars, each with the offset of its first UTF-8 byte.
    let scalars: [(value: Unicode.Scalar, offset: Int)]
    let length: Int
    /// The index of the next scalar.
    var index = 0
    private var depth = 0

    init(_ text: String) {
        length = text.utf8.count
        var scalars: [(value: Unicode.Scalar, offset: Int)] = []
        var offset = 0
        // One scalar past the limit is enough to refuse the text.
        for scalar in text.unicodeScalars where offset <= PatternLimits.textLength {
            scalars.append((scalar, offset))
            offset += UTF8.width(scalar)
        }
        self.scalars = scalars
    }

    /// The whole pattern.
    mutating func parse() throws(PatternError) -> PatternSyntax {
        guard length <= PatternLimits.textLength else {
            throw PatternError(
                message: "a pattern has at most \(PatternLimits.textLength) bytes, this one has \(length)",
                offset: PatternLimits.textLength)
        }
        if peek() == "^" { index += 1 }
        let result = try alternatives()
        if peek() == ")" { throw error("\")\" closes no group; a literal one is \"\\)\"") }
        return result
    }

    private mutating func alternatives() throws(PatternError) -> PatternSyntax {
        var parts: [PatternSyntax] = []
        var positions = 0
        while true {
            parts.append(try sequence(positions: &positions))
            guard peek() == "|" else { return .any(of: parts) }
            index += 1
        }
    }

    /// - Parameter positions: What this group needs so far, counted to refuse it where it becomes too large.
    private mutating func sequence(positions: inout Int) throws(PatternError) -> PatternSyntax {
        var parts: [PatternSyntax] = []
        while let next = peek(), next != "|", next != ")" {
            if next == "$", index == scalars.count - 1 {
                index += 1
                break
            }
            let start = offset
            let part = try quantified(try atom())
            positions += part.positionCount
            try checkSize(positions, at: start)
            parts.append(part)
        }
        return .joined(parts)
    }

    private mutating func atom() throws(PatternError) -> PatternSyntax {
        guard let next = peek() else { throw error("the pattern ends where an expression is expected") }
        switch next {
        case "(":
            return try group()
        case "[":
            return try characterClass().syntax
        case "\\":
            return try escape(inClass: false).set.syntax
        case ".":
            index += 1
            return ScalarSet.notLineFeed.syntax
        case "*", "+", "?":
            throw error("\"\(next)\" has nothing to repeat; a literal one is \"\\\(next)\"")
        case "{":
            throw error("\"{\" has nothing to repeat; a literal one is \"\\{\"")
        case "}", "]":
            throw error("\"\(next)\" closes nothing; a literal one is \"\\\(next)\"")
        case "^":
            throw error(
                "the anchor \"^\" is only supported at the start of the pattern; a literal one is \"\\^\"")
        case "$":
            throw error(
                "the anchor \"$\" is only supported at the end of the pattern; a literal one is \"\\$\"")
        default:
            index += 1
            return ScalarSet([next.value...next.value]).syntax
        }
    }

    private mutating func group() throws(PatternError) -> PatternSyntax {
        let start = offset
        if let name = refusedGroup() {
            throw PatternError(message: "\(name) is not supported", offset: start)
        }
        guard depth < PatternLimits.depth else {
            throw PatternError(message: "groups nest deeper than \(PatternLimits.depth)", offset: start)
        }
        index += peek(1) == "?" ? 3 : 1
        depth += 1
        let result = try alternatives()
        depth -= 1
        guard peek() == ")" else {
            throw PatternError(message: "\"(\" is never closed; a literal one is \"\\(\"", offset: start)
        }
        index += 1
        return result
    }

    // MARK: Quantifiers

    private mutating func quantified(_ body: PatternSyntax) throws(PatternError) -> PatternSyntax {
        let start = offset
        let bounds: (minimum: Int, maximum: Int?)
        switch peek() {
        case "?": bounds = (0, 1)
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "{": bounds = try counts()
        default: return body
        }
        index += 1
        switch peek() {
        case "?": throw error("a lazy quantifier is not supported; a whole match needs none")
        case "+": throw error("a possessive quantifier is not supported")
        case "*", "{": throw error("a quantifier on a quantifier is not supported; use a group")
        default: break
        }
        let result = PatternSyntax.repeated(body, minimum: bounds.minimum, maximum: bounds.maximum)
        try checkSize(result.positionCount, at: start)
        return result
    }

    /// `{m}`, `{m,}` or `{m,n}`; stays on the closing brace.
    private mutating func counts() throws(PatternError) -> (Int, Int?) {
        let start = offset
        let malformed = PatternError(
            message: "\"{\" begins a count as \"{2}\", \"{2,}\" or \"{2,5}\"; a literal one is \"\\{\"",
            offset: start)
        index += 1
        guard let minimum = try number() else { throw malformed }
        var maximum: Int? = minimum
        if peek() == "," {
            index += 1
            maximum = try number()
        }
        guard peek() == "}" else { throw malformed }
        if let maximum, maximum < minimum {
            throw PatternError(message: "the count {\(minimum),\(maximum)} is reversed", offset: start)
        }
        return (minimum, maximum)
    }

    private mutating func number() throws(PatternError) -> Int? {
        let start = offset
        var value: Int?
        while let digit = peek(), ("0"..."9").contains(digit) {
            // Held just above the limit, so that no count of digits overflows it.
            value = min((value ?? 0) * 10 + Int(digit.value - 0x30), PatternLimits.count + 1)
            index += 1
        }
        if let value, value > PatternLimits.count {
            throw PatternError(message: "a count is at most \(PatternLimits.count)", offset: start)
        }
        return value
    }

    private func checkSize(_ positions: Int, at offset: Int) throws(PatternError) {
        guard positions > PatternLimits.positions else { return }
        throw PatternError(
            message: "the pattern is too large: with its repetitions written out it has more than "
                + "\(PatternLimits.positions) byte positions (\".\" and a negated class have 15)",
            offset: offset)
    }

    // MARK: Scalars

    /// The scalar `distance` places ahead, nil at the end.
    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance].value : nil
    }

    /// Where the next scalar begins, in UTF-8 bytes.
    var offset: Int { index < scalars.count ? scalars[index].offset : length }

    func error(_ message: String) -> PatternError { PatternError(message: message, offset: offset) }
}
