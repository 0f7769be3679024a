/// The keys of `swift:` in the header.
package enum SwiftKey: String, CatalogKey, CaseIterable {
    case access, name

    package static var mapping: CatalogMapping { .swift }
    package static let table = KeyTable<SwiftKey>()

    package var definition: KeyDefinition {
        switch self {
        case .access:
            KeyDefinition(
                rawValue,
                .choice(
                    SwiftSettings.Access.allCases.map(\.rawValue), default: SwiftSettings().access.rawValue),
                "Who sees the generated declarations.", example: "access: public")
        case .name:
            KeyDefinition(
                rawValue, .swiftType,
                "The Swift type of the catalog, in place of `SignalCatalog`. Two public catalogs that one file imports need different ones. "
                    + "`ShopCatalog` also gives `ShopContext`, and `ShopContext.with` in place of `SignalContext.with`.",
                example: "name: ShopCatalog")
        }
    }
}
