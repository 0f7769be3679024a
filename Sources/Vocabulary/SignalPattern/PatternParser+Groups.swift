extension PatternParser {
    /// Reads the group whose `(` is at `start`, behind that.
    mutating func group(_ start: Int) throws(PatternError) -> Part {
        if next == "?" {
            guard peek(1) == ":" else { throw refusedGroup(start) }
            index += 2
        } else if next == "*" {
            throw error(#"backtracking verbs ("(*") are not supported"#, at: start)
        }
        depth += 1
        if depth > Pattern.maximumDepth {
            throw error("groups may be nested at most \(Pattern.maximumDepth) deep", at: start)
        }
        let part = try alternation()
        guard next == ")" else { throw error(#""(" is never closed"#, at: start) }
        index += 1
        depth -= 1
        return part
    }

    /// Names what other dialects mean by `(?` and what follows.
    private func refusedGroup(_ start: Int) -> PatternError {
        let name: String
        var length = 3
        switch (peek(1) ?? ")", peek(2) ?? ")") {
        case ("=", _): name = "look-ahead"
        case ("!", _): name = "negative look-ahead"
        case ("<", "="): (name, length) = ("look-behind", 4)
        case ("<", "!"): (name, length) = ("negative look-behind", 4)
        case ("P", "="): (name, length) = ("back-references", 4)
        case ("P", "<"): (name, length) = ("named groups", 4)
        case ("<", _), ("'", _): name = "named groups"
        case (">", _): name = "atomic groups"
        case ("#", _): name = "comments"
        case ("(", _): name = "conditional groups"
        case ("|", _): name = "branch reset groups"
        case ("P", ">"), ("+", "0"..."9"), ("-", "0"..."9"): (name, length) = ("recursion", 4)
        case ("R", _), ("&", _), ("0"..."9", _): name = "recursion"
        case ("a"..."z", _), ("A"..."Z", _), ("-", _), ("^", _): name = "flag groups"
        default: name = "groups of this kind"
        }
        let verb = name.hasSuffix("s") ? "are" : "is"
        return error("\(name) (\(quoted(start, start + length))) \(verb) not supported", at: start)
    }
}
