/// A property that every event carries, taken from the surrounding scope.
package struct ContextProperty: Sendable {
    /// Name, type, privacy and constraints; `isRequired` is always true, because an unset one is written as null.
    package var property: Property
    /// What it ties together, so that sampling and exporters know it (`role:`).
    package var role: Role?
    /// The value where no scope and no variable gives one, as text; nil: null. Numbers are decimal, truth values `true` or
    /// `false`; those of durations and byte counts are in the property's unit.
    package var defaultValue: String?
    /// The environment variable that gives the process-wide value (`variable:`).
    package var variable: String?

    /// What a context property ties together.
    package enum Role: String, Sendable, CaseIterable {
        /// One request and all that it causes; sampling keeps or drops these together.
        case operation
        /// One session.
        case session
        /// One user.
        case user
    }

    /// A context property with the given parts.
    package init(property: Property, role: Role? = nil, defaultValue: String? = nil, variable: String? = nil)
    {
        self.property = property
        self.role = role
        self.defaultValue = defaultValue
        self.variable = variable
    }
}
