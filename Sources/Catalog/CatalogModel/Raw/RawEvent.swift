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

    /// The event that was made of a declaration.
    init(_ event: Event, _ raw: RawDeclaration) {
        self.event = event
        memberNames = raw.memberNames
        includes = raw.includes
        replacedBy = raw.replacedBy
        replacements = raw.replacements
    }
}
