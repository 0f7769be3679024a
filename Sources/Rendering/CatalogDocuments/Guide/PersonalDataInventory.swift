import CatalogModel
import SignalVocabulary

/// Which properties are personal, or may be, and where they are.
struct PersonalDataInventory {
    /// One property with one treatment.
    struct Item {
        var property: Property
        /// The events that carry it, as places in ``CatalogGuide/events``.
        var events: [Int]
        /// Whether every event carries it.
        var isContext: Bool
    }

    /// What is personal or secret, the most private first, then by name.
    private(set) var declared: [Item] = []
    /// What is neither, and is treated all the same, by name.
    private(set) var treated: [Item] = []

    /// The inventory of a catalog.
    init(_ guide: CatalogGuide) {
        for entry in guide.glossary {
            for meaning in entry.meanings {
                let item = Item(
                    property: meaning.property, events: meaning.events, isContext: meaning.isContext)
                if meaning.property.sensitivity.isSensitive {
                    declared.append(item)
                } else if meaning.property.treatment != nil {
                    treated.append(item)
                }
            }
        }
        declared =
            declared.filter { $0.property.sensitivity == .secret }
            + declared.filter { $0.property.sensitivity != .secret }
    }
}
