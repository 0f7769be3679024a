extension Constraints.Bound {
    /// The bound as a double, to compare bounds of two kinds.
    package var doubleValue: Double {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        }
    }

    /// The bound as text.
    package var text: String {
        switch self {
        case .integer(let value): String(value)
        case .double(let value): String(value)
        }
    }

    /// Whether one bound is larger; exact for whole numbers.
    static func > (first: Self, second: Self) -> Bool {
        if case .integer(let first) = first, case .integer(let second) = second { return first > second }
        return first.doubleValue > second.doubleValue
    }
}
