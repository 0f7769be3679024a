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
