/// What the files say, before references are followed: the hand-over from reading to resolving.
struct RawCatalog {
    /// The header, once it was found.
    var header: RawHeader?
    /// The context properties.
    var context: [ContextProperty] = []
    /// What deprecated context properties say to use instead, by their index.
    var contextReplacements: [RawReplacement] = []
    /// Where `context:` stands.
    var contextLocation: SourceLocation?
    /// The groups, each with its own properties only.
    var groups: [RawGroup] = []
    /// The events, each with its own properties only.
    var events: [RawEvent] = []
    /// The tombstones.
    var removed: [Tombstone] = []
    /// For how long signals are kept.
    var retention: Retention?
}

/// What `catalog:` says.
struct RawHeader {
    var name: String
    var version: String
    var description: String?
    var owner: String?
    var swift: SwiftSettings
    var approvals: [Approval]?
    var rules: [RuleConfiguration]
    var location: SourceLocation
}

/// A group as it is written.
struct RawGroup {
    /// Name, description and own properties.
    var group: PropertyGroup
    /// The Swift names of its own properties.
    var memberNames: [String]
    /// What it includes.
    var includes: [Reference]
    /// What deprecated properties say to use instead.
    var replacements: [RawReplacement]
}

/// An event as it is written.
struct RawEvent {
    /// The event with its own properties.
    var event: Event
    /// The Swift names of its own properties.
    var memberNames: [String]
    /// The groups it includes.
    var includes: [Reference]
    /// What to use instead of it.
    var replacedBy: Reference?
    /// What deprecated properties say to use instead.
    var replacements: [RawReplacement]
}

/// What a deprecated property says to use instead.
struct RawReplacement {
    /// The property's index among those it is written with.
    var index: Int
    /// The name of the other one.
    var reference: Reference
}

/// A word that names something, and where it stands.
struct Reference {
    /// The word.
    var name: String
    /// Where it stands.
    var location: SourceLocation
    /// The bytes of the file that may be replaced by another word; nil when the word is written with escapes or folded.
    var range: Range<Int>?
}
