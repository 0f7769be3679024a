package import CatalogModel

/// What checking a catalog gives.
package struct CheckResult: Sendable {
    /// The resolved catalog; nil when it has no meaning, whatever the rules say.
    package var catalog: Catalog?
    /// Everything that was found, in the order of files and lines.
    package var diagnostics: [Diagnostic]
    /// The rules that were not run, although there was something for them to judge, because the day is not known.
    package var needingDate: [String]
    /// Whether rules judged what the catalog declares. They judge nothing but texts when its header is missing or has errors.
    package var judgesDeclarations: Bool
}
