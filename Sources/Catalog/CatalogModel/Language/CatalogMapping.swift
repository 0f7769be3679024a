/// The kinds of mappings in a catalog file whose keys the language defines.
package enum CatalogMapping: String, Sendable, Hashable, CaseIterable {
    case file, header, swift, retention, contextProperty, group, event, property, enumerationValue
    case deprecation, tombstone, approval

    /// What one is called in messages and documentation.
    package var title: String {
        switch self {
        case .file: "a catalog file"
        case .header: "\"catalog\""
        case .swift: "\"swift\""
        case .retention: "\"retention\""
        case .contextProperty: "a context property"
        case .group: "a group"
        case .event: "an event"
        case .property: "a property"
        case .enumerationValue: "an enum value"
        case .deprecation: "\"deprecated\""
        case .tombstone: "something removed"
        case .approval: "an approval"
        }
    }

    /// The rows of its keys, in canonical order.
    package var definitions: [KeyDefinition] { rows.definitions }

    /// The keys as they are written, in canonical order.
    package var names: [String] { rows.names }

    /// What the values of its keys are.
    package var values: [String: KeyValue] { rows.values }

    /// What is asked of a table again and again, made once.
    private struct Rows {
        let definitions: [KeyDefinition]
        let names: [String]
        let values: [String: KeyValue]

        init(_ mapping: CatalogMapping) {
            definitions =
                switch mapping {
                case .file: SectionKey.table.definitions
                case .header: HeaderKey.table.definitions
                case .swift: SwiftKey.table.definitions
                case .retention: RetentionKey.table.definitions
                case .contextProperty: ContextPropertyKey.table.definitions
                case .group: GroupKey.table.definitions
                case .event: EventKey.table.definitions
                case .property: PropertyKey.table.definitions
                case .enumerationValue: EnumerationValueKey.table.definitions
                case .deprecation: DeprecationKey.table.definitions
                case .tombstone: TombstoneKey.table.definitions
                case .approval: ApprovalKey.table.definitions
                }
            names = definitions.map(\.name)
            values = Dictionary(uniqueKeysWithValues: definitions.map { ($0.name, $0.value) })
        }
    }

    private static let allRows = Dictionary(uniqueKeysWithValues: allCases.map { ($0, Rows($0)) })

    private var rows: Rows { Self.allRows[self] ?? Rows(self) }

    /// What the value of any other key is. Nil if the mapping has no other keys.
    package var otherValue: KeyValue? { self == .group ? .mapping(.property) : nil }

    /// Whether one may suppress findings about it.
    package var canSuppress: Bool {
        switch self {
        case .contextProperty, .group, .event, .property: true
        case .file, .header, .swift, .retention, .enumerationValue, .deprecation, .tombstone, .approval: false
        }
    }

    /// The mappings that have a key of this name, in the order of the language.
    static func having(_ name: String) -> [CatalogMapping] {
        allCases.filter { $0.values[name] != nil }
    }
}
