extension PatternParser {
    /// An atom and the quantifier behind it, if any.
    mutating func quantified() throws(PatternError) -> Part {
        let part = try atom()
        let start = index
        let minimum: Int
        let maximum: Int?
        switch next {
        case "?": (minimum, maximum) = (0, 1)
        case "*": (minimum, maximum) = (0, nil)
        case "+": (minimum, maximum) = (1, nil)
        case "{": (minimum, maximum) = try counts()
        default: return part
        }
        index += 1
        try refuseSecondQuantifier(start)
        if part.node.isEmpty || maximum == 0 { return .empty }
        let positions = part.positions * max(maximum ?? minimum, 1)
        try checkPositions(positions, at: start)
        if minimum == 1, maximum == 1 { return part }
        return Part(
            node: .repetition(part.node, minimum: minimum, maximum: maximum), positions: positions)
    }

    /// Refuses what other dialects write behind the quantifier that began at `start`.
    private func refuseSecondQuantifier(_ start: Int) throws(PatternError) {
        switch next {
        case "?": throw error("lazy quantifiers (\(quoted(start, index + 1))) are not supported")
        case "+": throw error("possessive quantifiers (\(quoted(start, index + 1))) are not supported")
        case "*", "{":
            throw error(
                "\(quoted(index, index + 1)) follows another quantifier; put what it repeats into a group")
        default: break
        }
    }

    /// Reads `{m}`, `{m,}` or `{m,n}` up to, not including, its `}`.
    private mutating func counts() throws(PatternError) -> (Int, Int?) {
        let start = index
        index += 1
        let minimum = try count()
        var maximum = minimum
        if next == "," {
            index += 1
            maximum = try count()
        }
        guard let minimum, next == "}" else {
            throw error(
                #""{" begins no quantifier of the form {m}, {m,} or {m,n}; write "\{" for the character"#,
                at: start)
        }
        if let maximum, maximum < minimum {
            throw error("in \(quoted(start, index + 1)) the maximum is less than the minimum", at: start)
        }
        return (minimum, maximum)
    }

    /// Reads a decimal number; nil if none stands here.
    private mutating func count() throws(PatternError) -> Int? {
        let start = index
        var value: Int?
        while let digit = next, ("0"..."9").contains(digit) {
            // Stops growing behind the bound, so that no number of digits overflows.
            value = min((value ?? 0) * 10 + Int(digit.value - 0x30), Pattern.maximumPositions + 1)
            index += 1
        }
        if let value, value > Pattern.maximumPositions {
            throw error("a repetition count may be at most \(Pattern.maximumPositions)", at: start)
        }
        return value
    }
}
