import CatalogModel

/// What a finding is about, by name.
struct FindingSubject: Sendable {
    /// The event.
    var event: Event?
    /// The property.
    var property: Property?
    /// The names that a misspelt one may have meant.
    var candidates: [String]
    /// What the catalog says of a removed event or property.
    var tombstone: Tombstone?
}

extension Judge {
    /// What findings with this key are about.
    func subject(of key: FindingLog.Key) -> FindingSubject {
        guard key.catalog >= 0 else { return FindingSubject(candidates: []) }
        let catalog = catalog(key.catalog)
        let model = catalog.catalog
        let event = key.event >= 0 ? model.events[Int(key.event)] : nil
        let property = key.property >= 0 ? catalog.property(Int(key.property), of: Int(key.event)) : nil
        let candidates: [String] =
            switch key.rule {
            case .unknownEvent: model.events.map(\.name)
            case .unknownProperty: (event?.properties.map(\.name) ?? []) + model.context.map(\.property.name)
            case .unknownValue:
                if case .enumeration(let enumeration)? = property?.type {
                    enumeration.values.map(\.rawValue)
                } else {
                    []
                }
            default: []
            }
        return FindingSubject(
            event: event, property: property, candidates: candidates,
            tombstone: (event?.removed ?? model.removed).first { $0.name == key.name })
    }
}
