/// The keys of `deprecated:`.
package enum DeprecationKey: CatalogKey, CaseIterable {
    case since, reason, replacedBy

    package static var mapping: CatalogMapping { .deprecation }
    package static let table = KeyTable<DeprecationKey>()

    package var definition: KeyDefinition {
        switch self {
        case .since:
            KeyDefinition(
                "since", .version, "The catalog version that deprecated it.", example: "since: 1.0.0")
        case .reason: KeyDefinition("reason", .text, "Why.", example: "reason: Nobody reads it.")
        case .replacedBy:
            KeyDefinition(
                "replaced_by", .name, "The name of what to use instead; for a property, of the same event.",
                example: "replaced_by: other")
        }
    }
}
