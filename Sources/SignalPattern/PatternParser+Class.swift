extension PatternParser {
    /// `[…]` or `[^…]`. What dialects read differently (set operations, a nested `[`, a stray `-`) is refused.
    mutating func characterClass() throws(PatternError) -> ScalarSet {
        let start = offset
        index += 1
        let isNegated = peek() == "^"
        if isNegated { index += 1 }
        if peek() == "]" {
            throw PatternError(
                message: "the class is empty; a literal \"]\" in a class is \"\\]\"", offset: start)
        }
        var result = ScalarSet()
        let firstIndex = index
        while let next = peek(), next != "]" {
            try refuseClassSyntax(next)
            if next == "-", index != firstIndex, peek(1) != "]" {
                throw error("\"-\" has no range to join here; a literal one is \"\\-\"")
            }
            result.formUnion(try classItem())
        }
        guard peek() == "]" else {
            throw PatternError(message: "\"[\" is never closed; a literal one is \"\\[\"", offset: start)
        }
        index += 1
        guard isNegated else { return result }
        result = result.inverted
        guard !result.isEmpty else {
            throw PatternError(message: "the class matches nothing", offset: start)
        }
        return result
    }

    /// One scalar, one range or one class escape.
    private mutating func classItem() throws(PatternError) -> ScalarSet {
        let start = offset
        let low = try classAtom()
        guard peek() == "-", let next = peek(1), next != "]" else { return low.set }
        guard let lowScalar = low.scalar else {
            throw PatternError(
                message: "a class escape cannot begin a range; a literal \"-\" is \"\\-\"", offset: start)
        }
        if next == "-" {
            throw error("the set operation \"--\" is not supported; a literal \"-\" is \"\\-\"")
        }
        index += 1
        try refuseClassSyntax(next)
        let end = offset
        guard let highScalar = try classAtom().scalar else {
            throw PatternError(
                message: "a class escape cannot end a range; a literal \"-\" is \"\\-\"", offset: end)
        }
        guard lowScalar <= highScalar else {
            throw PatternError(message: "the range \"\(lowScalar)-\(highScalar)\" is reversed", offset: start)
        }
        return ScalarSet([lowScalar.value...highScalar.value])
    }

    private mutating func classAtom() throws(PatternError) -> (set: ScalarSet, scalar: Unicode.Scalar?) {
        guard let next = peek(), next != "\\" else { return try escape(inClass: true) }
        index += 1
        return (ScalarSet([next.value...next.value]), next)
    }

    private func refuseClassSyntax(_ next: Unicode.Scalar) throws(PatternError) {
        switch (next, peek(1) ?? "\0") {
        case ("[", ":"):
            throw error("a POSIX class (\"[:name:]\") is not supported; a literal \"[\" is \"\\[\"")
        case ("[", _):
            throw error("a class in a class is not supported; a literal \"[\" is \"\\[\"")
        case ("&", "&"), ("~", "~"), ("-", "-"):
            throw error(
                "the set operation \"\(next)\(next)\" is not supported; a literal one is \"\\\(next)\\\(next)\""
            )
        default:
            break
        }
    }
}
