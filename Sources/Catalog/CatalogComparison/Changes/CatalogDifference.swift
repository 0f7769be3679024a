package import CatalogModel

/// What two versions of a catalog differ in.
package struct CatalogDifference: Sendable {
    /// The changes: the gravest first, then by their place in the new catalog.
    package var changes: [CatalogChange]
    /// The version of the old catalog.
    package var oldVersion: String
    /// The version that the new catalog says.
    package var newVersion: String
    /// The lowest version that the changes ask for; the old one when there are none.
    package var suggestedVersion: String
    /// What is to be said about approvals: unused, expired, ambiguous, or not judged for want of a date.
    package var findings: [Diagnostic]

    /// Whether nothing keeps the new catalog from taking the old one's place.
    package var passes: Bool { !changes.contains(where: \.isBlocking) }

    /// Whether the new catalog's version is lower than the changes ask for.
    package var isVersionTooLow: Bool {
        changes.contains { $0.kind == .versionTooLow || $0.kind == .versionLowered }
    }
}
