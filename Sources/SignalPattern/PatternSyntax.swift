/// A pattern as a tree over bytes: what the parser hands to the automaton.
///
/// Build sequences, alternatives and repetitions with the static functions: they drop parts that match only the
/// empty string, so the size of the tree written out is bounded by ``positionCount``.
indirect enum PatternSyntax: Sendable {
    /// The empty string.
    case empty
    /// One byte out of a set.
    case byte(ByteSet)
    /// One after the other; at least two, none `empty`.
    case sequence([PatternSyntax])
    /// Any one of; at least two, at most one `empty`.
    case alternatives([PatternSyntax])
    /// From `minimum` to `maximum` times (nil: without end); never of `empty`, never at most 0.
    case repetition(PatternSyntax, minimum: Int, maximum: Int?)

    var isEmpty: Bool {
        if case .empty = self { true } else { false }
    }

    /// Bytes of the pattern with repetitions written out.
    var positionCount: Int {
        switch self {
        case .empty: 0
        case .byte: 1
        case .sequence(let parts), .alternatives(let parts): parts.reduce(0) { $0 + $1.positionCount }
        case .repetition(let body, let minimum, let maximum):
            body.positionCount * (maximum ?? max(minimum, 1))
        }
    }

    static func joined(_ parts: [PatternSyntax]) -> PatternSyntax {
        let parts = parts.filter { !$0.isEmpty }
        return parts.count > 1 ? .sequence(parts) : parts.first ?? .empty
    }

    static func any(of parts: [PatternSyntax]) -> PatternSyntax {
        var kept = parts.filter { !$0.isEmpty }
        if kept.count < parts.count { kept.append(.empty) }
        return kept.count > 1 ? .alternatives(kept) : kept.first ?? .empty
    }

    static func repeated(_ body: PatternSyntax, minimum: Int, maximum: Int?) -> PatternSyntax {
        body.isEmpty || maximum == 0 ? .empty : .repetition(body, minimum: minimum, maximum: maximum)
    }
}

/// A set of byte values.
struct ByteSet: Sendable, Hashable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init() {}

    init(_ range: ClosedRange<UInt8>) {
        for byte in range { insert(byte) }
    }

    mutating func insert(_ byte: UInt8) {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: words.0 |= bit
        case 1: words.1 |= bit
        case 2: words.2 |= bit
        default: words.3 |= bit
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        let word =
            switch byte >> 6 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return word & (1 << UInt64(byte & 63)) != 0
    }

    mutating func formUnion(_ other: ByteSet) {
        words.0 |= other.words.0
        words.1 |= other.words.1
        words.2 |= other.words.2
        words.3 |= other.words.3
    }

    static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
