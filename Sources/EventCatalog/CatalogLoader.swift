/// Text to a resolved catalog: parse, read, resolve, check.
package enum CatalogLoader {
    /// Loads a catalog from its files.
    ///
    /// All errors of all files are collected. The result is the same whatever the order of `sources`. No input and output, no
    /// clock, no environment; linear in the size of the input; nothing in a source can make it trap.
    package static func load(_ sources: [CatalogSource]) -> CatalogResult {
        CatalogResult(catalog: nil, diagnostics: [])
    }
}
