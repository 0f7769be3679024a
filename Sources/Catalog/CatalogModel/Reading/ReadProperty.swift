/// A property as it was read.
struct ReadProperty {
    /// The property.
    var property: Property
    /// Whether its type could be read.
    var hasType: Bool
    /// Its Swift name.
    var memberName: String
    /// What to use instead of it.
    var replacedBy: Reference?
}
