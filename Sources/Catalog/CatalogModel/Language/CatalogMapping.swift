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

    /// What the value of a key is. Nil if it has no key that is written like this.
    package func value(of name: String) -> KeyValue? {
        let rows = rows
        return rows.number(of: name).map { rows.definitions[$0].value }
    }

    private var rows: KeyRows {
        switch self {
        case .file: SectionKey.table.rows
        case .header: HeaderKey.table.rows
        case .swift: SwiftKey.table.rows
        case .retention: RetentionKey.table.rows
        case .contextProperty: ContextPropertyKey.table.rows
        case .group: GroupKey.table.rows
        case .event: EventKey.table.rows
        case .property: PropertyKey.table.rows
        case .enumerationValue: EnumerationValueKey.table.rows
        case .deprecation: DeprecationKey.table.rows
        case .tombstone: TombstoneKey.table.rows
        case .approval: ApprovalKey.table.rows
        }
    }

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
        allCases.filter { $0.value(of: name) != nil }
    }
}
