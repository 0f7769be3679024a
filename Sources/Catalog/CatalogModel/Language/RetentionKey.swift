import SignalVocabulary

/// The keys of `retention:`.
package enum RetentionKey: String, CatalogKey, CaseIterable {
    case events

    package static var mapping: CatalogMapping { .retention }
    package static let table = KeyTable<RetentionKey>()

    package var definition: KeyDefinition {
        switch self {
        case .events:
            KeyDefinition(
                rawValue, .days, "The days for which events are kept that say nothing else.",
                example: "events: 90d")
        }
    }

    /// The signals whose retention later versions may know.
    static let reserved = Set(DeclaredKind.allCases.map(\.rawValue)).subtracting(table.names)
}
