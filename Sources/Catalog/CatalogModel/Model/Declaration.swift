/// What declarations of all kinds have in common.
package struct Declaration: Sendable {
    /// What it declares.
    package var kind: DeclarationKind
    /// Its name in the catalog, such as `session_created`; `context` for the context.
    package var name: String
    /// The Swift name asked for by `swift_name`, in lower camel case; nil: derived from ``name``.
    package var swiftName: String?
    /// What it is, in the catalog's words; nil if the catalog does not say.
    package var description: String?
    /// Who answers for it.
    package var owner: String?
    /// How settled it is.
    package var stability: Stability
    /// The catalog version that brought it.
    package var since: String?
    /// The day after which it should be gone, `YYYY-MM-DD`.
    package var expires: String?
    /// Set when it should no longer be used.
    package var deprecation: Deprecation?
    /// Addresses of pages about it.
    package var links: [String]
    /// Words by which it can be found and grouped.
    package var tags: [String]
    /// The groups it includes, by name, in the order written.
    package var includes: [String]
    /// All its properties: those of included groups first, in the order included, then its own.
    package var properties: [Property]
    /// The name it had before, which nothing else of its kind has now.
    package var renamedFrom: String?
    /// Its own properties that are gone and whose names are not to be used again (`removed:`).
    package var removed: [Tombstone]
    /// The findings about it and its own properties that it asks to be let off.
    package var suppressions: [Suppression]
    /// Where its name is.
    package var location: SourceLocation

    /// A declaration with the given parts.
    package init(
        _ kind: DeclarationKind, name: String, swiftName: String? = nil, description: String? = nil,
        owner: String? = nil, stability: Stability = .stable, since: String? = nil, expires: String? = nil,
        deprecation: Deprecation? = nil, links: [String] = [], tags: [String] = [], includes: [String] = [],
        properties: [Property] = [], renamedFrom: String? = nil, removed: [Tombstone] = [],
        suppressions: [Suppression] = [], location: SourceLocation
    ) {
        self.kind = kind
        self.name = name
        self.swiftName = swiftName
        self.description = description
        self.owner = owner
        self.stability = stability
        self.since = since
        self.expires = expires
        self.deprecation = deprecation
        self.links = links
        self.tags = tags
        self.includes = includes
        self.properties = properties
        self.renamedFrom = renamedFrom
        self.removed = removed
        self.suppressions = suppressions
        self.location = location
    }

    /// The properties that it declares itself, in the order written.
    package var ownProperties: [Property] { properties.filter(isOwn) }

    /// Whether it declares one of its properties itself.
    package func isOwn(_ property: Property) -> Bool {
        switch kind {
        case .event, .context: property.group == nil
        case .group: property.group == nil || property.group == name
        }
    }
}
