/// Why a text is refused, and where.
package struct Problem: Sendable, Hashable {
    /// The rule's stable name, such as `yaml-tab-indentation`: the raw value of a ``Rule``.
    package var rule: String
    /// What is wrong and what was expected: lower case, no full stop, offending text in quotes.
    package var message: String
    /// Where it begins.
    package var position: Position
    /// How many bytes of its line it covers, at least 1.
    package var length: Int
    /// What to write instead, when that is known.
    package var hint: String?
    /// Other places that explain it, such as the first of two equal keys.
    package var notes: [Note]

    /// Another place that explains a problem.
    package struct Note: Sendable, Hashable {
        /// What stands there.
        package var message: String
        /// Where it stands.
        package var position: Position

        /// A note with the given parts.
        package init(message: String, position: Position) {
            self.message = message
            self.position = position
        }
    }

    /// A problem with the given parts.
    package init(
        rule: String, message: String, position: Position, length: Int, hint: String? = nil,
        notes: [Note] = []
    ) {
        self.rule = rule
        self.message = message
        self.position = position
        self.length = length
        self.hint = hint
        self.notes = notes
    }
}
