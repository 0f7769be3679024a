import CatalogModel

/// Which version a catalog should have after its changes.
enum VersionAdvice {
    /// The lowest version that the changes ask for.
    ///
    /// A pre-release promises nothing (section 9 of Semantic Versioning): what follows it is its release, whatever changed.
    static func suggestion(after version: String, for changes: [CatalogChange]) -> String {
        let bump = changes.map(\.bump).max() ?? .none
        guard bump > .none, let version = SemanticVersion(version) else { return version }
        return (version.preRelease.isEmpty ? version.raised(bump) : version.release).text
    }

    /// What is wrong with the version of the new catalog, if anything is.
    static func change(from old: Catalog, to new: Catalog, suggestion: String) -> CatalogChange? {
        guard let oldVersion = SemanticVersion(old.version), let newVersion = SemanticVersion(new.version),
            let least = SemanticVersion(suggestion)
        else { return nil }
        var change = CatalogChange(
            kind: .versionLowered, subject: "catalog", impacts: [.meaning], level: .breaking, bump: .none,
            explanation:
                "the version is \(new.version), lower than \(old.version): records would claim an older catalog",
            old: old.location, new: new.location, anchor: new.location, events: [],
            owners: new.owner.map { [$0] } ?? [])
        if newVersion < oldVersion { return change }
        if suggestion == old.version { return nil }
        // A pre-release of the version asked for is on the way there.
        let isEnough =
            oldVersion.preRelease.isEmpty ? newVersion.release >= least : newVersion > oldVersion
        if isEnough { return nil }
        change.kind = .versionTooLow
        change.level = .notice
        change.explanation =
            "the version is \(new.version), and the changes since \(old.version) ask for \(suggestion) at least"
        return change
    }
}
