import CatalogModel

extension Comparison {
    /// Compares what two versions of a declaration say under a key that declarations of all kinds have.
    mutating func compare(
        _ key: DeclarationKey, _ before: Declaration, _ after: Declaration, _ what: String, _ scope: Scope
    ) {
        switch key {
        case .description: compareTexts(before.description, after.description, of: what, scope)
        case .owner:
            // An owner that comes from the header is reported once, with the header.
            if before.owner != old.owner || after.owner != new.owner {
                compareOwners(before.owner, after.owner, of: what, scope)
            }
        case .stability: compareStabilities(before.stability, after.stability, what, scope)
        case .since: compareSince(before.since, after.since, of: what, scope)
        case .expires:
            if before.expires == after.expires { return }
            note(
                .expiryChanged, scope, impacts: [],
                "\(what) expires \(Self.shown(after.expires)), was \(Self.shown(before.expires))")
        case .deprecated: compareDeprecations(before.deprecation, after.deprecation, of: what, scope)
        case .links:
            compareLists(
                before.links, after.links, .linksChanged, "the links of \(what) are", "no links", scope)
        case .tags:
            compareLists(before.tags, after.tags, .tagsChanged, "the tags of \(what) are", "no tags", scope)
        case .include:
            compareLists(
                before.includes, after.includes, .groupsChanged, "\(what) includes", "no group", scope)
        case .renamedFrom, .swiftName: break  // Names are compared together.
        case .suppress: break  // Only the people who edit the catalog see it.
        case .properties, .removed: break  // Each kind of declaration compares its own.
        }
    }

    private mutating func compareStabilities(
        _ before: Stability, _ after: Stability, _ what: String, _ scope: Scope
    ) {
        switch (before, after) {
        case (.stable, .development):
            note(
                .stabilityLowered, scope, impacts: [.wire],
                "\(what) is in development, was stable: receivers may not rely on it any more")
        case (.development, .stable):
            note(.stabilityRaised, scope, impacts: [], "\(what) is stable, was in development")
        case (.stable, .stable), (.development, .development): break
        }
    }

    private mutating func compareLists(
        _ before: [String], _ after: [String], _ kind: ChangeKind, _ what: String, _ none: String,
        _ scope: Scope
    ) {
        if before == after { return }
        func shown(_ texts: [String]) -> String { texts.isEmpty ? none : Quoted.list(texts, last: "and") }
        note(kind, scope, impacts: [], "\(what) \(shown(after)), was \(shown(before))")
    }
}
