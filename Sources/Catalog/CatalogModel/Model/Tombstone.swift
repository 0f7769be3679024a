/// An event or a property that is gone, kept so that its name never gets a second meaning.
package struct Tombstone: Sendable, Hashable {
    /// Its name.
    package var name: String
    /// The catalog version that removed it.
    package var since: String?
    /// Why it is gone.
    package var reason: String?
    /// The place of its name.
    package var location: SourceLocation

    /// A tombstone with the given parts.
    package init(name: String, since: String? = nil, reason: String? = nil, location: SourceLocation) {
        self.name = name
        self.since = since
        self.reason = reason
        self.location = location
    }
}
