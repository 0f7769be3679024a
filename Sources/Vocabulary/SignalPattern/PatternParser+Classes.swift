extension PatternParser {
    /// Reads the class whose `[` is at `start`, behind that.
    mutating func characterClass(_ start: Int) throws(PatternError) -> ScalarSet {
        var ranges: [ClosedRange<UInt32>] = []
        let isNegated = next == "^"
        if isNegated { index += 1 }
        if next == "]" {
            throw error(#"a class may not be empty; write "\]" for the character"#, at: start)
        }
        while next != "]" {
            let item = try classItem(of: start)
            if startsRange {
                ranges.append(try range(from: item, of: start))
            } else {
                ranges += item.set.ranges
            }
        }
        index += 1
        let set = isNegated ? ScalarSet(ranges).complement : ScalarSet(ranges)
        if set.isEmpty { throw error("\(quoted(start, index)) matches nothing", at: start) }
        return set
    }

    /// What may stand at either end of a range, and where it stood.
    private typealias ClassItem = (set: ScalarSet, start: Int)

    /// Whether a `-` stands here that is not the last of its class, where it is itself.
    private var startsRange: Bool {
        guard next == "-", let after = peek(1) else { return false }
        return after != "]"
    }

    /// Reads the `-` behind `lower` and the end of the range.
    private mutating func range(
        from lower: ClassItem, of classStart: Int
    ) throws(PatternError) -> ClosedRange<UInt32> {
        if peek(1) == "-" { throw refusedOperation("-", at: index) }
        guard let first = lower.set.onlyElement else {
            throw error(
                #"\#(quoted(lower.start, index)) is a set and cannot begin a range; write "\-" for the character"#,
                at: lower.start)
        }
        index += 1
        let upper = try classItem(of: classStart)
        guard let last = upper.set.onlyElement else {
            throw error(
                #"\#(quoted(upper.start, index)) is a set and cannot end a range; write "\-" for the character"#,
                at: upper.start)
        }
        guard first <= last else {
            throw error("the range \(quoted(lower.start, index)) is upside down", at: lower.start)
        }
        if startsRange {
            // A "-" in ECMA-262, a subtraction or an error elsewhere.
            throw error(#""-" behind a range begins no range; write "\-" for the character"#)
        }
        return first...last
    }

    private mutating func classItem(of classStart: Int) throws(PatternError) -> ClassItem {
        let start = index
        guard let scalar = next else { throw error(#""[" is never closed"#, at: classStart) }
        index += 1
        switch scalar {
        case "\\": return (try escape(start, inClass: true), start)
        case "[":
            switch next {
            case ":", ".", "=":
                throw error("POSIX classes (\(quoted(start, index + 1))) are not supported", at: start)
            default:
                throw error(
                    #"a class in a class is not supported; write "\[" for the character"#, at: start)
            }
        case "&", "~", "-", "|":
            if next == scalar { throw refusedOperation(scalar, at: start) }
        default: break
        }
        return (ScalarSet(scalar), start)
    }

    private func refusedOperation(_ scalar: Unicode.Scalar, at start: Int) -> PatternError {
        error(
            #"set operations ("\#(scalar)\#(scalar)") are not supported; write "\\#(scalar)" for the character"#,
            at: start)
    }
}
