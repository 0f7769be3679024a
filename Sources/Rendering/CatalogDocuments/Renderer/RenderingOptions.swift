package import CatalogComparison

/// What a ``CatalogRenderer`` is given besides the catalog.
package struct RenderingOptions: Sendable {
    /// What changed since another version of the catalog; nil: there is nothing to compare with.
    package var difference: CatalogDifference?

    /// Options with the given parts.
    package init(difference: CatalogDifference? = nil) { self.difference = difference }
}
