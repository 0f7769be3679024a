/// What loading a catalog gives.
package struct CatalogResult: Sendable {
    /// The resolved catalog; nil exactly when one of the diagnostics is an error.
    package var catalog: Catalog?
    /// Everything that was found, in the order of files and lines.
    package var diagnostics: [Diagnostic]

    /// A result with the given parts.
    package init(catalog: Catalog?, diagnostics: [Diagnostic]) {
        self.catalog = catalog
        self.diagnostics = diagnostics
    }
}
