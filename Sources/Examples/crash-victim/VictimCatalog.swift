import Signalbook

/// The victim's catalog.
enum VictimCatalog: Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "victim", version: "1.0.0") }
    static var context: [ContextPropertyDefinition] { [] }
}
