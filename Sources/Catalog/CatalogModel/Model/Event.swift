package import SignalVocabulary

/// One event of the catalog, with the properties of the groups it includes merged in.
package struct Event: Sendable {
    /// What it has in common with declarations of other kinds.
    package var declaration: Declaration
    /// How bad it is.
    package var severity: Severity
    /// The share of these events that is kept, 0 through 1; multiplied with the configured rate.
    package var sampleRate: Double
    /// The days for which it is kept, where it says so itself; ``Catalog/retentionDays(of:)`` has the answer for all.
    package var retentionDays: Int?

    /// What happened, in the catalog's words.
    package var description: String {
        get { declaration.description ?? "" }
        set { declaration.description = newValue }
    }

    /// An event that is declared like this.
    package init(
        _ declaration: Declaration, severity: Severity = .info, sampleRate: Double = 1,
        retentionDays: Int? = nil
    ) {
        self.declaration = declaration
        self.severity = severity
        self.sampleRate = sampleRate
        self.retentionDays = retentionDays
    }

    /// An event with the given parts.
    package init(
        name: String, swiftName: String? = nil, description: String, owner: String? = nil,
        severity: Severity = .info, sampleRate: Double = 1, retentionDays: Int? = nil,
        stability: Stability = .stable, since: String? = nil, expires: String? = nil,
        deprecation: Deprecation? = nil, includes: [String] = [], properties: [Property] = [],
        renamedFrom: String? = nil, removed: [Tombstone] = [], suppressions: [Suppression] = [],
        location: SourceLocation
    ) {
        self.init(
            Declaration(
                .event, name: name, swiftName: swiftName, description: description, owner: owner,
                stability: stability, since: since, expires: expires, deprecation: deprecation,
                includes: includes, properties: properties, renamedFrom: renamedFrom, removed: removed,
                suppressions: suppressions, location: location),
            severity: severity, sampleRate: sampleRate, retentionDays: retentionDays)
    }
}
