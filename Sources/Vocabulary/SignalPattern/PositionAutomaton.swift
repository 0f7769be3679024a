/// The position automaton of a pattern (Glushkov 1961): one state per position, no empty transitions.
///
/// Position p may follow position q when p is in `follow[q]`, and is taken when the scalar read is in `sets[p]`.
struct PositionAutomaton: Sendable {
    /// What each position accepts.
    private(set) var sets: [ScalarSet] = []
    private(set) var follow: [PositionSet] = []
    private(set) var first = PositionSet()
    private(set) var last = PositionSet()
    /// Whether the empty string matches.
    private(set) var isNullable = true

    /// A part of the pattern: where it can begin and end, and whether it can be empty.
    private struct Fragment {
        var first = PositionSet()
        var last = PositionSet()
        var isNullable = true
    }

    /// The parser has made sure that `tree` has no more than ``Pattern/maximumPositions`` positions.
    init(_ tree: PatternNode) {
        let whole = build(tree)
        first = whole.first
        last = whole.last
        isNullable = whole.isNullable
    }

    private mutating func build(_ node: PatternNode) -> Fragment {
        switch node {
        case .empty:
            return Fragment()
        case .scalar(let set):
            let position = PositionSet(sets.count)
            sets.append(set)
            follow.append(PositionSet())
            return Fragment(first: position, last: position, isNullable: false)
        case .sequence(let nodes):
            var result = Fragment()
            for node in nodes { result = concatenate(result, build(node)) }
            return result
        case .alternation(let nodes):
            var result = Fragment(isNullable: false)
            for node in nodes {
                let part = build(node)
                result.first.formUnion(part.first)
                result.last.formUnion(part.last)
                result.isNullable = result.isNullable || part.isNullable
            }
            return result
        case .repetition(let node, let minimum, let maximum):
            return repetition(of: node, minimum: minimum, maximum: maximum)
        }
    }

    private mutating func concatenate(_ left: Fragment, _ right: Fragment) -> Fragment {
        left.last.forEach { follow[$0].formUnion(right.first) }
        return Fragment(
            first: left.isNullable ? left.first.union(right.first) : left.first,
            last: right.isNullable ? left.last.union(right.last) : right.last,
            isNullable: left.isNullable && right.isNullable)
    }

    private mutating func repetition(of node: PatternNode, minimum: Int, maximum: Int?) -> Fragment {
        // x{2,} is xx+ and x{2,4} is xx(x(x)?)?: nested, so that a position is followed by few others.
        var optional: Fragment?
        if let maximum {
            for _ in 0..<(maximum - minimum) {
                var part = build(node)
                if let optional { part = concatenate(part, optional) }
                part.isNullable = true
                optional = part
            }
        } else {
            var loop = build(node)
            loop.last.forEach { follow[$0].formUnion(loop.first) }
            if minimum == 0 { loop.isNullable = true }
            optional = loop
        }
        var result = Fragment()
        for _ in 0..<(maximum == nil ? max(minimum - 1, 0) : minimum) {
            result = concatenate(result, build(node))
        }
        if let optional { result = concatenate(result, optional) }
        return result
    }
}
