/// The keys of a group that are not the names of its properties.
package enum GroupKey: CatalogKey {
    case shared(DeclarationKey)

    package static var mapping: CatalogMapping { .group }
    package static let table = KeyTable<GroupKey>()
    package static let allCases: [GroupKey] = [
        .shared(.include), .shared(.description), .shared(.suppress),
    ]

    package var definition: KeyDefinition {
        switch self {
        case .shared(let key): key.definition(of: .group)
        }
    }
}
