/// A reusable bundle of properties.
package struct PropertyGroup: Sendable {
    /// The group's name, by which events and groups include it.
    package var name: String
    /// What the bundle is for.
    package var description: String?
    /// The groups it includes, by name.
    package var includes: [String]
    /// All its properties: those it includes first, then its own.
    package var properties: [Property]
    /// The findings about it and its own properties that it asks to be let off.
    package var suppressions: [Suppression]
    /// The place of its name.
    package var location: SourceLocation

    /// A group with the given parts.
    package init(
        name: String, description: String? = nil, includes: [String] = [], properties: [Property],
        suppressions: [Suppression] = [], location: SourceLocation
    ) {
        self.name = name
        self.description = description
        self.includes = includes
        self.properties = properties
        self.suppressions = suppressions
        self.location = location
    }
}
