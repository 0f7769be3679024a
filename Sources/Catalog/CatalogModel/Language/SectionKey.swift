/// The sections of a catalog file.
package enum SectionKey: String, CatalogKey, CaseIterable {
    case catalog, retention, context, groups, events, removed

    package static var mapping: CatalogMapping { .file }
    package static let table = KeyTable<SectionKey>()

    package var definition: KeyDefinition {
        switch self {
        case .catalog:
            KeyDefinition(
                rawValue, .mapping(.header), "What the catalog is. One file of a catalog has it.",
                example: "catalog: { name: my-service, version: 1.0.0 }")
        case .retention:
            KeyDefinition(
                rawValue, .mapping(.retention),
                "For how long signals are kept, by kind. One file of a catalog has it.",
                example: "retention: { events: 90d }")
        case .context:
            KeyDefinition(
                rawValue, .named(.contextProperty),
                "Properties that every event carries, from the surrounding scope. One file of a catalog has it.",
                example: "context: { region: { type: string, description: Where the service runs. } }")
        case .groups:
            KeyDefinition(
                rawValue, .named(.group), "Reusable bundles of properties, taken in by `include`.",
                example: "groups: { request: { path: { type: string, description: The route. } } }")
        case .events:
            KeyDefinition(
                rawValue, .named(.event),
                "The events, by name. A name says what happened, such as `session_created`.",
                example: "events: { session_created: { description: A session was created. } }")
        case .removed:
            KeyDefinition(
                rawValue, .named(.tombstone),
                "Events that are gone, so that their names are never used again.",
                example: "removed: { session_opened: { since: 2.0.0, reason: Never used. } }")
        }
    }

    /// The names of sections that later versions may have.
    static let reserved: Set = ["metrics", "spans", "budgets", "alerts"]
}
