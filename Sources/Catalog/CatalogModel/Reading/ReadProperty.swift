import YAMLLite

/// A property as it was read.
struct ReadProperty {
    /// The property.
    var property: Property
    /// Its Swift name.
    var memberName: String
    /// What to use instead of it.
    var replacedBy: Reference?
    /// Of a context property: its role, variable and default, as written.
    var role: Node?
    var variable: Node?
    var defaultValue: Node?
}
