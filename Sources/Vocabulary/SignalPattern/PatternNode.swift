/// The syntax tree of a pattern. Every node but `.empty` has at least one position.
indirect enum PatternNode: Sendable {
    /// Matches the empty string only.
    case empty
    /// Matches one scalar of the set.
    case scalar(ScalarSet)
    case sequence([PatternNode])
    case alternation([PatternNode])
    /// `maximum` nil: without end.
    case repetition(PatternNode, minimum: Int, maximum: Int?)

    var isEmpty: Bool {
        if case .empty = self { true } else { false }
    }
}
