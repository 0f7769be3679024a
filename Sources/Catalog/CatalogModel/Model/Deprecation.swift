/// What a deprecated part of the catalog says about itself.
package struct Deprecation: Sendable, Hashable {
    /// The catalog version that deprecated it.
    package var since: String?
    /// Why.
    package var reason: String?
    /// The name of what to use instead, in the same catalog; for a property, of the same event.
    package var replacedBy: String?

    /// A deprecation with the given parts.
    package init(since: String? = nil, reason: String? = nil, replacedBy: String? = nil) {
        self.since = since
        self.reason = reason
        self.replacedBy = replacedBy
    }
}
