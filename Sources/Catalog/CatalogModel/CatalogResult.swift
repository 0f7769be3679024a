/// What loading a catalog gives.
package struct CatalogResult: Sendable {
    /// The resolved catalog; nil exactly when one of the diagnostics is an error.
    package var catalog: Catalog?
    /// Everything that was found, in the order of files and lines.
    package var diagnostics: [Diagnostic]
    /// What could be understood, errors or not; nil when there is no header. Good enough to look for more problems, not to be used.
    package var understood: Catalog?

    /// A result with the given parts.
    package init(catalog: Catalog?, diagnostics: [Diagnostic], understood: Catalog? = nil) {
        self.catalog = catalog
        self.diagnostics = diagnostics
        self.understood = understood ?? catalog
    }
}
