import CatalogModel

/// One rule that a catalog is checked by, beyond what it must satisfy to have a meaning at all.
///
/// A rule is a type without instances, in a file of its own in `Rules/`, from which the list of rules is written. Its ``definition`` is
/// its documentation for users; the examples in there run as tests. No rule may depend on the order in which rules are run; one that
/// needs what the others have found says so by its stage.
package protocol LintRule: Sendable {
    /// Name, level, settings and documentation.
    static var definition: RuleDefinition { get }

    /// Reports what breaks the rule. Linear, or nearly so, in the size of the catalog.
    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings)

    /// Whether the catalog has dates that the rule would judge if it knew the day.
    static func hasDates(_ catalog: CheckedCatalog) -> Bool
}

extension LintRule {
    /// Whether something expires.
    package static func hasDates(_ catalog: CheckedCatalog) -> Bool {
        catalog.declarations.contains { $0.declaration.expires != nil }
    }
}
