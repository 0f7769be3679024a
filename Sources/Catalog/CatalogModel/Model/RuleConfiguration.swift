/// What the catalog's header says about one rule. Whether there is such a rule, and such a setting, is for those to say who
/// know the rules.
package struct RuleConfiguration: Sendable, Hashable {
    /// The rule's name.
    package var rule: String
    /// How seriously to take it; nil: as it takes itself.
    package var level: RuleLevel?
    /// Its settings, in the order written.
    package var settings: [Setting]
    /// Where its name stands.
    package var location: SourceLocation

    /// One setting of a rule.
    package struct Setting: Sendable, Hashable {
        /// The setting's name.
        package var name: String
        /// What it is set to.
        package var value: Value
        /// Where its name stands.
        package var location: SourceLocation
        /// Where its value stands.
        package var valueLocation: SourceLocation

        /// A setting with the given parts.
        package init(
            name: String, value: Value, location: SourceLocation, valueLocation: SourceLocation
        ) {
            self.name = name
            self.value = value
            self.location = location
            self.valueLocation = valueLocation
        }
    }

    /// What a setting is set to.
    package enum Value: Sendable, Hashable {
        case bool(Bool)
        case integer(Int64)
        case text(String)
        case texts([String])
    }

    /// A configuration with the given parts.
    package init(
        rule: String, level: RuleLevel? = nil, settings: [Setting] = [], location: SourceLocation
    ) {
        self.rule = rule
        self.level = level
        self.settings = settings
        self.location = location
    }
}
