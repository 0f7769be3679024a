package import SignalVocabulary

/// One event of the catalog, with the properties of the groups it includes merged in.
package struct Event: Sendable {
    /// The event's name on the wire, such as `session_created`.
    package var name: String
    /// The Swift name asked for by `swift_name`, in lower camel case; nil: derived from ``name``.
    package var swiftName: String?
    /// What happened, in the catalog's words.
    package var description: String
    /// Who answers for the event.
    package var owner: String?
    /// How bad it is.
    package var severity: Severity
    /// The share of these events that is kept, 0 through 1; multiplied with the configured rate.
    package var sampleRate: Double
    /// The days for which it is kept, where it says so itself; ``Catalog/retentionDays(of:)`` has the answer for all.
    package var retentionDays: Int?
    /// How settled the event is.
    package var stability: Stability
    /// The catalog version that brought it.
    package var since: String?
    /// The day after which it should be gone, `YYYY-MM-DD`.
    package var expires: String?
    /// Set when it should no longer be used.
    package var deprecation: Deprecation?
    /// The groups it includes, by name, in the order written.
    package var includes: [String]
    /// All its properties: those of included groups first, in the order included, then its own.
    package var properties: [Property]
    /// The name it had before, which nothing else has now.
    package var renamedFrom: String?
    /// Its own properties that are gone and whose names are not to be used again (`removed:`).
    package var removed: [Tombstone]
    /// The findings about it and its own properties that it asks to be let off.
    package var suppressions: [Suppression]
    /// Where its name stands.
    package var location: SourceLocation

    /// An event with the given parts.
    package init(
        name: String, swiftName: String? = nil, description: String, owner: String? = nil,
        severity: Severity = .info, sampleRate: Double = 1, retentionDays: Int? = nil,
        stability: Stability = .stable,
        since: String? = nil,
        expires: String? = nil, deprecation: Deprecation? = nil, includes: [String] = [],
        properties: [Property] = [], renamedFrom: String? = nil, removed: [Tombstone] = [],
        suppressions: [Suppression] = [], location: SourceLocation
    ) {
        self.name = name
        self.swiftName = swiftName
        self.description = description
        self.owner = owner
        self.severity = severity
        self.sampleRate = sampleRate
        self.retentionDays = retentionDays
        self.stability = stability
        self.since = since
        self.expires = expires
        self.deprecation = deprecation
        self.includes = includes
        self.properties = properties
        self.renamedFrom = renamedFrom
        self.removed = removed
        self.suppressions = suppressions
        self.location = location
    }
}
