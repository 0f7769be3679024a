/// What a property's values must keep to. Bounds of durations and byte counts are in the property's unit.
package struct Constraints: Sendable, Hashable {
    /// The smallest value allowed.
    package var minimum: Bound?
    /// The largest value allowed.
    package var maximum: Bound?
    /// The most Unicode scalars a string may have; `text` is cut to it, a `string` over it is a violation.
    package var maxLength: Int?
    /// The most elements a list may have.
    package var maxItems: Int?
    /// What the whole string must match, in the `SignalPattern` subset.
    package var pattern: String?

    /// A bound as it was written, so that whole numbers stay exact.
    package enum Bound: Sendable, Hashable {
        case integer(Int64)
        case double(Double)
    }

    /// The limit that a constraint of any kind sets.
    package enum Limit: Sendable, Hashable {
        /// A number; of lengths and counts, a whole one.
        case bound(Bound)
        /// A pattern.
        case pattern(String)

        /// The number, if it is one.
        package var bound: Bound? {
            if case .bound(let bound) = self { bound } else { nil }
        }

        /// The number as a count, if it is a whole one that fits.
        package var count: Int? {
            if case .bound(.integer(let count)) = self { Int(exactly: count) } else { nil }
        }

        /// The pattern, if it is one.
        package var pattern: String? {
            if case .pattern(let pattern) = self { pattern } else { nil }
        }
    }

    /// Constraints with the given parts.
    package init(
        minimum: Bound? = nil, maximum: Bound? = nil, maxLength: Int? = nil, maxItems: Int? = nil,
        pattern: String? = nil
    ) {
        self.minimum = minimum
        self.maximum = maximum
        self.maxLength = maxLength
        self.maxItems = maxItems
        self.pattern = pattern
    }
}
