/// What a collection is in a catalog, which says how it is laid out.
enum Place {
    case document, header, context, groups, group, events, event, properties, property, values, value, include
    case removed, tombstone, deprecation, approvals, approval
    /// Something of which the catalog's language says nothing, or what is no catalog.
    case other

    /// What the value of a key is here.
    func of(_ key: String) -> Place {
        switch (self, key) {
        case (.document, "catalog"): .header
        case (.document, "context"): .context
        case (.document, "groups"): .groups
        case (.document, "events"): .events
        case (.document, "removed"), (.event, "removed"): .removed
        case (.header, "approvals"): .approvals
        case (.groups, _): .group
        case (.events, _): .event
        case (.event, "properties"): .properties
        case (.event, "include"), (.group, "include"): .include
        case (.event, "deprecated"), (.property, "deprecated"): .deprecation
        case (.context, _), (.properties, _), (.group, _): .property
        case (.property, "values"): .values
        case (.removed, _): .tombstone
        default: .other
        }
    }

    /// What an element of a list is here.
    var element: Place {
        switch self {
        case .values: .value
        case .approvals: .approval
        default: .other
        }
    }

    /// The keys that come first, in this order; all others follow in the order written.
    var keys: [String] {
        switch self {
        case .header: ["name", "version", "description", "owner", "swift", "rules", "approvals"]
        case .group: ["include"]
        case .event:
            [
                "description", "severity", "sample_rate", "retention", "owner", "stability", "since",
                "expires",
                "deprecated",
                "renamed_from", "swift_name", "suppress", "include", "properties", "removed",
            ]
        case .property:
            [
                "type", "items", "unit", "open", "values", "required", "minimum", "maximum", "max_items",
                "max_length", "pattern", "description", "example", "role", "variable", "default",
                "sensitivity",
                "handling", "swift_name", "since", "deprecated", "renamed_from", "suppress",
            ]
        case .value: ["value", "name", "description", "renamed_from"]
        case .tombstone: ["since", "reason"]
        case .deprecation: ["since", "reason", "replaced_by"]
        case .approval: ["change", "until", "reason"]
        default: []
        }
    }

    /// Whether it stands in brackets whenever it fits its line; otherwise it does when it fits and was written so.
    var prefersOneLine: Bool {
        switch self {
        case .property, .value, .tombstone, .deprecation, .approval, .values, .include: true
        default: false
        }
    }

    /// Whether it is always on several lines.
    var isAlwaysBlock: Bool {
        switch self {
        case .document, .header, .context, .groups, .events, .properties: true
        default: false
        }
    }

    /// Whether its parts are set apart by blank lines.
    var isSpaced: Bool {
        switch self {
        case .document, .groups, .events: true
        default: false
        }
    }
}
