import SignalVocabulary

/// Text to ``PatternNode``, by recursive descent.
///
/// Each rule is entered with `index` at its first scalar and leaves it behind its last.
struct PatternParser {
    /// A node and how many positions it will have once repetitions are written out.
    struct Part {
        var node: PatternNode
        var positions: Int

        static let empty = Part(node: .empty, positions: 0)

        static func one(_ set: ScalarSet) -> Part { Part(node: .scalar(set), positions: 1) }
    }

    private let scalars: [Unicode.Scalar]
    /// The byte offset of each scalar, and of the end.
    private let offsets: [Int]
    var index = 0
    /// How many groups are open.
    var depth = 0
    /// Where the first `^` or `$` stood, for they do not go together with a top-level alternation.
    private var anchor: Int?

    init(_ text: String) throws(PatternError) {
        let length = text.utf8.count
        if length > Pattern.maximumLength {
            throw PatternError(
                "a pattern may have at most \(Pattern.maximumLength) bytes, this has \(length)",
                at: Pattern.maximumLength)
        }
        var scalars: [Unicode.Scalar] = []
        var offsets = [0]
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar))
        }
        self.scalars = scalars
        self.offsets = offsets
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        let part = try alternation()
        if next == ")" { throw error(#"")" closes no group; write "\)" for the character"#) }
        return part.node
    }
}

// MARK: - The text

extension PatternParser {
    var next: Unicode.Scalar? { peek(0) }

    func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    /// The error for what stands at `position`, where the parser is if nil.
    func error(_ message: String, at position: Int? = nil) -> PatternError {
        PatternError(message, at: offsets[min(position ?? index, scalars.count)])
    }

    /// The text from `start` up to `end`, in quotes; hidden characters by their numbers.
    func quoted(_ start: Int, _ end: Int) -> String {
        var result = "\""
        for scalar in scalars[start..<min(end, scalars.count)] {
            if HiddenCharacters.contains(scalar) {
                result += HiddenCharacters.mark(of: scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

// MARK: - Alternatives and sequences

extension PatternParser {
    mutating func alternation() throws(PatternError) -> Part {
        let isTopLevel = depth == 0
        var nodes: [PatternNode] = []
        var positions = 0
        var hasBar = false
        while true {
            let start = index
            let part = try sequence()
            positions += part.positions
            try checkPositions(positions, at: start)
            // One empty alternative says as much as many.
            if !part.node.isEmpty || !nodes.contains(where: \.isEmpty) { nodes.append(part.node) }
            guard next == "|" else { break }
            hasBar = true
            index += 1
        }
        if isTopLevel, hasBar, let anchor {
            throw error(
                #"\#(quoted(anchor, anchor + 1)) beside a top-level "|" means different things in different "#
                    + "dialects; leave it out (the whole value is always matched) or put the alternatives "
                    + "into a group",
                at: anchor)
        }
        return Part(node: nodes.count == 1 ? nodes[0] : .alternation(nodes), positions: positions)
    }

    private mutating func sequence() throws(PatternError) -> Part {
        let start = index
        var nodes: [PatternNode] = []
        var positions = 0
        while let scalar = next, scalar != "|", scalar != ")" {
            if scalar == "^" || scalar == "$" {
                try skipAnchor(scalar, sequenceStart: start)
                continue
            }
            let partStart = index
            let part = try quantified()
            if part.node.isEmpty { continue }
            nodes.append(part.node)
            positions += part.positions
            try checkPositions(positions, at: partStart)
        }
        switch nodes.count {
        case 0: return .empty
        case 1: return Part(node: nodes[0], positions: positions)
        default: return Part(node: .sequence(nodes), positions: positions)
        }
    }

    /// Skips `^` at the start and `$` at the end of a top-level alternative; `alternation()` refuses them where
    /// there are several.
    private mutating func skipAnchor(
        _ scalar: Unicode.Scalar, sequenceStart: Int
    ) throws(PatternError) {
        if scalar == "^" {
            guard depth == 0, index == sequenceStart else {
                throw error(
                    #"the anchor "^" is supported only at the start of the pattern; write "\^" for the character"#
                )
            }
        } else {
            guard depth == 0, peek(1) == nil || peek(1) == "|" else {
                throw error(
                    #"the anchor "$" is supported only at the end of the pattern; write "\$" for the character"#
                )
            }
        }
        if anchor == nil { anchor = index }
        index += 1
    }

    func checkPositions(_ positions: Int, at position: Int) throws(PatternError) {
        guard positions > Pattern.maximumPositions else { return }
        throw error(
            "the pattern is too large: with its repetitions written out it may have at most "
                + "\(Pattern.maximumPositions) positions, this makes \(positions)", at: position)
    }
}

// MARK: - Atoms

extension PatternParser {
    mutating func atom() throws(PatternError) -> Part {
        let start = index
        guard let scalar = next else { return .empty }
        index += 1
        switch scalar {
        case ".": return .one(ScalarSet.lineTerminators.complement)
        case "[": return .one(try characterClass(start))
        case "(": return try group(start)
        case "\\": return .one(try escape(start, inClass: false))
        case "?", "*", "+", "{":
            throw error(
                #""\#(scalar)" has nothing to repeat; write "\\#(scalar)" for the character"#, at: start)
        case "}", "]":
            throw error(#""\#(scalar)" closes nothing; write "\\#(scalar)" for the character"#, at: start)
        default: return .one(ScalarSet(scalar))
        }
    }
}
