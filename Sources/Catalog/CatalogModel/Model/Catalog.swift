/// A resolved catalog: every reference followed, every group merged, ready for emitters.
///
/// Its arrays are in a fixed order (files by path, then as written), so whatever is made from it is the same everywhere.
package struct Catalog: Sendable {
    /// The catalog's name, such as `amplifier-app-api`.
    package var name: String
    /// The catalog's own semantic version, such as `1.0.0`.
    package var version: String
    /// What the catalog is about.
    package var description: String?
    /// Who answers for events that name no owner; they carry it as their own.
    package var owner: String?
    /// What the header says about the generated Swift.
    package var swift: SwiftSettings
    /// What the header says about the rules that the catalog is checked by.
    package var rules: [RuleConfiguration]
    /// Where the header stands.
    package var location: SourceLocation
    /// The context properties that every event carries.
    package var context: [ContextProperty]
    /// Where `context:` stands, if the catalog has one.
    package var contextLocation: SourceLocation?
    /// The reusable bundles of properties, with what they include already merged in.
    package var groups: [PropertyGroup]
    /// Every event.
    package var events: [Event]
    /// The events that are gone and whose names are not to be used again (`removed:`).
    package var removed: [Tombstone]
    /// For how long what was recorded is kept, if the catalog says.
    package var retention: Retention?
    /// The paths of all the files that were read, as given, sorted; files that declare nothing included.
    package var files: [String]
    /// The breaking changes that may pass a comparison with an older version (`catalog: {approvals: […]}`).
    package var approvals: [Approval]
    /// Whether the header has `approvals`, be it an empty list.
    package var hasApprovals: Bool

    /// A catalog with the given parts.
    package init(
        name: String, version: String, description: String? = nil, owner: String? = nil,
        swift: SwiftSettings = SwiftSettings(), rules: [RuleConfiguration] = [], location: SourceLocation,
        context: [ContextProperty] = [],
        contextLocation: SourceLocation? = nil, groups: [PropertyGroup] = [], events: [Event] = [],
        removed: [Tombstone] = [], retention: Retention? = nil, files: [String] = [],
        approvals: [Approval] = [], hasApprovals: Bool = false
    ) {
        self.name = name
        self.version = version
        self.description = description
        self.owner = owner
        self.swift = swift
        self.rules = rules
        self.location = location
        self.context = context
        self.contextLocation = contextLocation
        self.groups = groups
        self.events = events
        self.removed = removed
        self.retention = retention
        self.files = files
        self.approvals = approvals
        self.hasApprovals = hasApprovals
    }
}
