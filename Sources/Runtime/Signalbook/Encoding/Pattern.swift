import SignalPattern

/// What the whole of a string property must match; made once, by generated code, from the catalog's `pattern`.
///
/// Matching takes time linear in the string's length and allocates nothing.
public final class Pattern: Sendable {
    private let pattern: SignalPattern.Pattern?

    /// The pattern with this text.
    ///
    /// The generator has refused what does not parse; if it is given all the same, it matches everything.
    public init(_ text: StaticString) {
        pattern = try? SignalPattern.Pattern(parsing: text.description)
    }

    /// Whether the whole string matches.
    func matches(_ string: String) -> Bool { pattern?.matches(string) ?? true }
}
