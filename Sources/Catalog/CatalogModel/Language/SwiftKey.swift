/// The keys of `swift:` in the header.
package enum SwiftKey: String, CatalogKey, CaseIterable {
    case access

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
        }
    }
}
