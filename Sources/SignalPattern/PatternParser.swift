/// Text to ``PatternNode``, by recursive descent.
struct PatternParser {
    /// A node and how many positions it will have once repetitions are written out.
    private struct Part {
        var node: PatternNode
        var positions: Int

        static let empty = Part(node: .empty, positions: 0)
    }

    private let scalars: [Unicode.Scalar]
    /// The byte offset of each scalar, and of the end.
    private let offsets: [Int]
    private var index = 0
    private var depth = 0
    /// Where `^` or `$` stood, for they do not go together with a top-level alternation.
    private var anchor: Int?

    init(_ text: String) throws(PatternError) {
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        if offset > Pattern.maximumLength {
            throw PatternError(
                "a pattern may have at most \(Pattern.maximumLength) bytes, this has \(offset)",
                at: Pattern.maximumLength)
        }
        self.scalars = scalars
        self.offsets = offsets
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    private func error(_ message: String, at position: Int? = nil) -> PatternError {
        PatternError(message, at: offsets[min(position ?? index, scalars.count)])
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        let part = try alternation()
        if next == ")" { throw error(#"")" closes no group; write "\)" for the character"#) }
        return part.node
    }

    private mutating func alternation() throws(PatternError) -> Part {
        let isTopLevel = depth == 0
        var parts: [Part] = []
        var bar: Int?
        while true {
            let part = try sequence()
            // One empty alternative says as much as many.
            if !part.node.isEmpty || !parts.contains(where: { $0.node.isEmpty }) { parts.append(part) }
            guard next == "|" else { break }
            if bar == nil { bar = index }
            index += 1
        }
        if isTopLevel, let anchor, bar != nil {
            throw error(
                #""\#(scalars[anchor])" beside a top-level "|" means different things to different readers; "#
                    + "leave it out (the whole value is always matched) or put the alternatives into a group",
                at: anchor)
        }
        guard parts.count > 1 else { return parts[0] }
        let positions = parts.reduce(0) { $0 + $1.positions }
        try checkPositions(positions)
        return Part(node: .alternation(parts.map(\.node)), positions: positions)
    }

    private mutating func sequence() throws(PatternError) -> Part {
        var nodes: [PatternNode] = []
        var positions = 0
        while let scalar = next, scalar != "|", scalar != ")" {
            if scalar == "^" || scalar == "$" {
                try skipAnchor(scalar)
                continue
            }
            let part = try quantified()
            if part.node.isEmpty { continue }
            nodes.append(part.node)
            positions += part.positions
            try checkPositions(positions)
        }
        switch nodes.count {
        case 0: return .empty
        case 1: return Part(node: nodes[0], positions: positions)
        default: return Part(node: .sequence(nodes), positions: positions)
        }
    }

    private mutating func skipAnchor(_ scalar: Unicode.Scalar) throws(PatternError) {
        let isAtEnd = scalar == "^" ? index == 0 : index == scalars.count - 1
        guard isAtEnd else {
            // At the ends of top-level alternatives the complaint is about "|", see alternation().
            let besideBar =
                depth == 0 && (scalar == "^" ? scalars[index - 1] == "|" : scalars[index + 1] == "|")
            guard besideBar else {
                throw error(
                    scalar == "^"
                        ? #""^" is supported only at the start of the pattern; write "\^" for the character"#
                        : #""$" is supported only at the end of the pattern; write "\$" for the character"#)
            }
            anchor = index
            index += 1
            return
        }
        anchor = index
        index += 1
        if let quantifier = next, "?*+{".unicodeScalars.contains(quantifier) {
            throw error(#""\#(quantifier)" repeats nothing"#)
        }
    }

    private mutating func quantified() throws(PatternError) -> Part {
        let start = index
        let part = try atom()
        var minimum = 1
        var maximum: Int? = 1
        let operatorStart = index
        switch next {
        case "?": (minimum, maximum) = (0, 1)
        case "*": (minimum, maximum) = (0, nil)
        case "+": (minimum, maximum) = (1, nil)
        case "{": (minimum, maximum) = try counts()
        default: return part
        }
        index += 1
        if let after = next, "?+*{".unicodeScalars.contains(after) {
            switch after {
            case "?":
                throw error(#"lazy quantifiers ("\#(text(operatorStart, index + 1))") are not supported"#)
            case "+":
                throw error(
                    #"possessive quantifiers ("\#(text(operatorStart, index + 1))") are not supported"#)
            default:
                throw error(#""\#(after)" follows another quantifier; put what it repeats into a group"#)
            }
        }
        if part.node.isEmpty || maximum == 0 { return .empty }
        let (positions, overflow) = part.positions.multipliedReportingOverflow(by: max(maximum ?? minimum, 1))
        try checkPositions(overflow ? Int.max : positions, at: start)
        if minimum == 1, maximum == 1 { return part }
        return Part(
            node: .repetition(part.node, minimum: minimum, maximum: maximum), positions: positions)
    }

    /// Reads `{m}`, `{m,}` or `{m,n}` up to, not including, its `}`.
    private mutating func counts() throws(PatternError) -> (Int, Int?) {
        let start = index
        index += 1
        guard let minimum = try number(start) else {
            throw error(
                #""{" is no quantifier of the form {m}, {m,} or {m,n}; write "\{" for the character"#,
                at: start)
        }
        var maximum: Int? = minimum
        if next == "," {
            index += 1
            maximum = try number(start)
        }
        guard next == "}" else {
            throw error(
                #""{" is no quantifier of the form {m}, {m,} or {m,n}; write "\{" for the character"#,
                at: start)
        }
        if let maximum, maximum < minimum {
            throw error(#""\#(text(start, index + 1))": the maximum is less than the minimum"#, at: start)
        }
        return (minimum, maximum)
    }

    private mutating func number(_ start: Int) throws(PatternError) -> Int? {
        var value: Int?
        while let digit = next, ("0"..."9").contains(digit) {
            value = (value ?? 0) * 10 + Int(digit.value - 0x30)
            index += 1
            if let value, value > 100_000 {
                throw error(
                    "a repetition count may be at most \(Pattern.maximumPositions), as a pattern may have at most "
                        + "\(Pattern.maximumPositions) positions", at: start)
            }
        }
        return value
    }

    private func checkPositions(_ positions: Int, at position: Int? = nil) throws(PatternError) {
        guard positions > Pattern.maximumPositions else { return }
        throw error(
            "the pattern is too large: with its repetitions written out it may have at most "
                + "\(Pattern.maximumPositions) positions", at: position)
    }

    private mutating func atom() throws(PatternError) -> Part {
        let start = index
        guard let scalar = next else { return .empty }
        index += 1
        switch scalar {
        case ".": return one(ScalarSet.lineTerminators.complement)
        case "[": return one(try characterClass(start))
        case "(": return try group(start)
        case "\\": return one(try escape(start, inClass: false))
        case "?", "*", "+":
            throw error(#""\#(scalar)" repeats nothing; write "\\#(scalar)" for the character"#, at: start)
        case "{", "}", "]":
            throw error(#""\#(scalar)" stands alone; write "\\#(scalar)" for the character"#, at: start)
        default: return one(ScalarSet([scalar.value...scalar.value]))
        }
    }

    private func one(_ set: ScalarSet) -> Part {
        Part(node: .scalar(set), positions: 1)
    }

    private mutating func group(_ start: Int) throws(PatternError) -> Part {
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

    private func refusedGroup(_ start: Int) -> PatternError {
        let what =
            switch (peek(1), peek(2)) {
            case ("=", _), ("!", _): "look-ahead"
            case ("<", "="), ("<", "!"): "look-behind"
            case ("<", _), ("P", "<"), ("'", _): "named groups"
            case ("P", _): "references to a group"
            case (">", _): "atomic groups"
            case ("#", _): "comments"
            case ("(", _): "conditions"
            case ("|", _): "branch reset groups"
            case ("R", _), ("&", _): "recursion"
            case (let flag?, _) where ("0"..."9").contains(flag): "recursion"
            case (let flag?, _) where ("a"..."z").contains(flag) || ("A"..."Z").contains(flag) || flag == "-":
                "flags"
            default: "groups of this kind"
            }
        return error(
            #"\#(what) ("\#(text(start, min(index + 2, scalars.count)))") are not supported"#, at: start)
    }

    /// The text of the scalars from `start` up to `end`.
    private func text(_ start: Int, _ end: Int) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[start..<min(end, scalars.count)])
        return String(result)
    }

    /// Reads what follows a backslash at `start`.
    private mutating func escape(_ start: Int, inClass: Bool) throws(PatternError) -> ScalarSet {
        guard let scalar = next else { throw error(#"the pattern ends in "\""#, at: start) }
        index += 1
        let shown = #""\\#(scalar)""#
        switch scalar {
        case "d": return .digits
        case "D": return ScalarSet.digits.complement
        case "w": return .wordCharacters
        case "W": return ScalarSet.wordCharacters.complement
        case "s": return .whitespace
        case "S": return ScalarSet.whitespace.complement
        case "t": return ScalarSet([0x09...0x09])
        case "n": return ScalarSet([0x0A...0x0A])
        case "v": return ScalarSet([0x0B...0x0B])
        case "f": return ScalarSet([0x0C...0x0C])
        case "r": return ScalarSet([0x0D...0x0D])
        case "b" where inClass:
            throw error("\(shown) in a class is not supported", at: start)
        case "b", "B": throw error("word boundaries (\(shown)) are not supported", at: start)
        case "A", "Z", "z", "G":
            throw error("anchors (\(shown)) are not supported; the whole value is always matched", at: start)
        case "1"..."9", "k", "g": throw error("back-references (\(shown)) are not supported", at: start)
        case "p", "P": throw error("Unicode properties (\(shown)) are not supported", at: start)
        case "0", "x", "u", "U", "c", "N":
            throw error("character codes (\(shown)) are not supported; write the character itself", at: start)
        case "Q", "E": throw error("quoting (\(shown)) is not supported", at: start)
        case "!"..."/", ":"..."@", "["..."`", "{"..."~", " ":
            return ScalarSet([scalar.value...scalar.value])
        default: throw error("the escape \(shown) is not supported", at: start)
        }
    }

    private mutating func characterClass(_ start: Int) throws(PatternError) -> ScalarSet {
        var ranges: [ClosedRange<UInt32>] = []
        let isNegated = next == "^"
        if isNegated { index += 1 }
        if next == "]" {
            throw error(#"an empty class; write "\]" for the character"#, at: start)
        }
        while true {
            guard next != nil else { throw error(#""[" is never closed"#, at: start) }
            if next == "]" { break }
            let itemStart = index
            let item = try classItem()
            // A "-" between two items is a range; before "]" it is itself.
            guard next == "-", let after = peek(1), after != "]" else {
                ranges += item.ranges
                continue
            }
            guard let lower = single(item) else {
                throw error(#"a set like \d or \w cannot begin a range; write "\-" for the character"#)
            }
            index += 1
            guard let upper = single(try classItem()) else {
                throw error(
                    #"a set like \d or \w cannot end a range; write "\-" for the character"#, at: itemStart)
            }
            guard lower <= upper else {
                throw error(#"the range "\#(text(itemStart, index))" is upside down"#, at: itemStart)
            }
            ranges.append(lower...upper)
            // After a range a "-" is itself (ECMA-262 ClassContents): [0-9-_].
            if next == "-" {
                ranges.append(0x2D...0x2D)
                index += 1
                if next == "-" {
                    throw error(#""--" in a class is not supported; write "\-" for the character"#)
                }
            }
        }
        index += 1
        let set = ScalarSet(ranges)
        return isNegated ? set.complement : set
    }

    private func single(_ set: ScalarSet) -> UInt32? {
        guard set.ranges.count == 1, set.ranges[0].count == 1 else { return nil }
        return set.ranges[0].lowerBound
    }

    private mutating func classItem() throws(PatternError) -> ScalarSet {
        let start = index
        guard let scalar = next else { throw error(#""[" is never closed"#) }
        index += 1
        switch scalar {
        case "\\": return try escape(start, inClass: true)
        case "[":
            if next == ":" { throw error(#"POSIX classes ("[:") are not supported"#, at: start) }
            throw error(#"a class in a class is not supported; write "\[" for the character"#, at: start)
        case "&" where next == "&", "~" where next == "~", "-" where next == "-", "|" where next == "|":
            throw error(
                #"set operations ("\#(scalar)\#(scalar)") are not supported; write "\\#(scalar)" for the character"#,
                at: start)
        default: return ScalarSet([scalar.value...scalar.value])
        }
    }
}
