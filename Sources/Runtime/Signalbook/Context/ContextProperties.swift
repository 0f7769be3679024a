/// The context properties of a catalog; generated as `CatalogContext`.
public protocol ContextProperties: Sendable {
    /// The catalog that declares the properties.
    static var catalog: any Catalog.Type { get }

    /// Hands every property that is set to the writer; the others keep what the surrounding scope gave them.
    func record(into properties: inout PropertyWriter)
}
