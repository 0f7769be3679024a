/// What a catalog tells the runtime about itself; generated as `SignalCatalog`.
public protocol Catalog: Sendable {
    /// The catalog's name and version.
    static var identity: CatalogIdentity { get }
    /// The properties every event carries, in the order they are written.
    static var context: [ContextPropertyDefinition] { get }
}
