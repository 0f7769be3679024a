/// A reusable bundle of properties.
package struct PropertyGroup: Sendable {
    /// What it has in common with declarations of other kinds. Its properties are those that it includes, then its own.
    package var declaration: Declaration

    /// What the bundle is for.
    package var description: String? { declaration.description }

    /// A group that is declared like this.
    package init(_ declaration: Declaration) { self.declaration = declaration }

    /// A group with the given parts.
    package init(
        name: String, description: String? = nil, includes: [String] = [], properties: [Property],
        suppressions: [Suppression] = [], location: SourceLocation
    ) {
        self.init(
            Declaration(
                .group, name: name, description: description, includes: includes, properties: properties,
                suppressions: suppressions, location: location))
    }
}
