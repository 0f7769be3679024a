/// One finding that a declaration asks to be let off, with the reason (`suppress: {unclassified-personal-data: A test's name.}`).
package struct Suppression: Sendable, Hashable {
    /// The name of the rule.
    package var rule: String
    /// Why what the rule says does not hold here.
    package var reason: String
    /// The place of the rule's name.
    package var location: SourceLocation
    /// The place of the reason.
    package var reasonLocation: SourceLocation

    /// A suppression with the given parts.
    package init(
        rule: String, reason: String, location: SourceLocation, reasonLocation: SourceLocation
    ) {
        self.rule = rule
        self.reason = reason
        self.location = location
        self.reasonLocation = reasonLocation
    }
}
