package import CatalogModel

/// Compares two resolved catalogs.
///
/// What counts is what receivers and callers see: the order of files, of events and of keys does not, nor through which group a
/// property came. The order of properties does, for it is that of the parameters of the generated functions.
package enum CatalogComparer {
    /// What the new catalog has otherwise than the old one.
    ///
    /// The same catalogs give the same values, whatever the order of their files; linear in their size. It never reads a clock.
    /// - Parameter today: the day by which approvals are judged, `YYYY-MM-DD`; nil: none has ended yet, which a finding says.
    package static func compare(_ old: Catalog, with new: Catalog, today: String? = nil) -> CatalogDifference
    {
        var comparison = Comparison(old, new)
        comparison.compareCatalogs()
        for kind in DeclarationKind.allCases { comparison.compareDeclarations(of: kind) }
        comparison.compareTombstones()
        var changes = comparison.changes
        let suggestion = VersionAdvice.suggestion(after: old.version, for: changes)
        if let change = VersionAdvice.change(from: old, to: new, suggestion: suggestion) {
            changes.append(change)
        }
        changes = inOrder(changes)
        let findings = Approvals.apply(new.approvals, to: &changes, today: today)
        return CatalogDifference(
            changes: changes, oldVersion: old.version, newVersion: new.version, suggestedVersion: suggestion,
            findings: findings)
    }

    /// The gravest first, then by their place in the new catalog; those of one place as they were found.
    private static func inOrder(_ changes: [CatalogChange]) -> [CatalogChange] {
        changes.enumerated().sorted { first, second in
            let (one, other) = (first.element, second.element)
            if one.level != other.level { return one.level < other.level }
            if one.anchor.path != other.anchor.path {
                return one.anchor.path.utf8.lexicographicallyPrecedes(other.anchor.path.utf8)
            }
            if one.anchor.line != other.anchor.line { return one.anchor.line < other.anchor.line }
            if one.anchor.column != other.anchor.column { return one.anchor.column < other.anchor.column }
            return first.offset < second.offset
        }.map(\.element)
    }
}
