/// The keys of something that is gone, in `removed:`.
package enum TombstoneKey: String, CatalogKey, CaseIterable {
    case since, reason

    package static var mapping: CatalogMapping { .tombstone }
    package static let table = KeyTable<TombstoneKey>()

    package var definition: KeyDefinition {
        switch self {
        case .since:
            KeyDefinition(rawValue, .version, "The catalog version that removed it.", example: "since: 2.0.0")
        case .reason: KeyDefinition(rawValue, .text, "Why it is gone.", example: "reason: Nobody read it.")
        }
    }
}
