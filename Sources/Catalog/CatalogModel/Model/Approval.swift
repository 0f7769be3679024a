/// The permission for one breaking change of the catalog, until a day and for a reason.
package struct Approval: Sendable, Hashable {
    /// The change's stable identifier, such as `property-removed session_created.bundle_id`.
    package var change: String
    /// The last day on which it holds, `YYYY-MM-DD`.
    package var until: String
    /// Why the change may break what it breaks.
    package var reason: String
    /// Where ``change`` stands.
    package var location: SourceLocation

    /// An approval with the given parts.
    package init(change: String, until: String, reason: String, location: SourceLocation) {
        self.change = change
        self.until = until
        self.reason = reason
        self.location = location
    }
}
