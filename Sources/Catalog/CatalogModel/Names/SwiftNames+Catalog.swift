// The names of what is generated once for a catalog. Without a name of its own, a catalog has those of the most common case: one catalog in
// a module, which nothing else imports.
extension SwiftSettings {
    /// The type of the catalog: `SignalCatalog`, or the name that the header gives.
    package var catalogType: String { name ?? "SignalCatalog" }

    /// The type of the catalog's context: `CatalogContext`, or `ShopContext` for `ShopCatalog`.
    package var contextType: String { stem.map { $0 + "Context" } ?? "CatalogContext" }

    /// The type whose static `with` opens a scope: the runtime's, or the context itself.
    package var scopeType: String { name == nil ? "Signalbook.SignalContext" : contextType }

    /// The scope for the enumerations of a group: `request` is `RequestValues`, or `ShopRequestValues` for `ShopCatalog`.
    package func valuesType(ofGroup group: String) -> String {
        (stem ?? "") + SwiftNames.valuesTypeName(ofGroup: group)
    }

    /// The name without the word `Catalog` at its end.
    private var stem: String? {
        guard let name else { return nil }
        return name.hasSuffix("Catalog") ? String(name.dropLast("Catalog".count)) : name
    }
}
