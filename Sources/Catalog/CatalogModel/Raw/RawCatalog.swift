/// What the files say, before references are followed: the hand-over from reading to resolving.
struct RawCatalog {
    /// The header, once it was found.
    var header: RawHeader?
    /// The context properties.
    var context: [ContextProperty] = []
    /// What deprecated context properties say to use instead, by their index.
    var contextReplacements: [RawReplacement] = []
    /// The place of `context:`.
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
