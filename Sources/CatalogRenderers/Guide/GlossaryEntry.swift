import EventCatalog

/// A name of a property with everything it is used for.
struct GlossaryEntry {
    /// The name on the wire.
    let name: String
    /// What the name means, one for every difference in type, unit or privacy; more than one is worth a look.
    private(set) var meanings: [Meaning] = []

    /// One meaning of a name.
    struct Meaning {
        /// One of the properties that have it.
        var property: Property
        /// The events that carry it, as places in ``CatalogGuide/events``; empty for a context property.
        var events: [Int]
        /// Whether every event carries it, from the context.
        var isContext: Bool
    }

    /// The entry without meanings yet.
    private init(name: String) { self.name = name }

    /// How many events carry the name, context aside.
    var eventCount: Int { meanings.reduce(0) { $0 + $1.events.count } }

    /// Every name of a catalog, in the order of the alphabet (by bytes, small and capital letters alike first).
    static func all(of catalog: Catalog, events: [EventEntry]) -> [GlossaryEntry] {
        var entries: [GlossaryEntry] = []
        var positions: [String: Int] = [:]
        func position(_ name: String) -> Int {
            if let position = positions[name] { return position }
            positions[name] = entries.count
            entries.append(GlossaryEntry(name: name))
            return entries.count - 1
        }
        for context in catalog.context {
            let index = position(context.property.name)
            entries[index].meanings.append(Meaning(property: context.property, events: [], isContext: true))
        }
        for (number, entry) in events.enumerated() {
            for property in entry.event.properties {
                let index = position(property.name)
                entries[index].add(property, event: number)
            }
        }
        return entries.map { ($0, $0.name.lowercased()) }.sorted {
            $0.1 == $1.1 ? $0.0.name < $1.0.name : $0.1.utf8.lexicographicallyPrecedes($1.1.utf8)
        }.map(\.0)
    }

    private mutating func add(_ property: Property, event: Int) {
        let same = meanings.firstIndex { meaning in
            !meaning.isContext
                && (meaning.property.location == property.location || meaning.property.means(property))
        }
        if let same {
            meanings[same].events.append(event)
        } else {
            meanings.append(Meaning(property: property, events: [event], isContext: false))
        }
    }
}

extension Property {
    /// Whether a value of the one reads like a value of the other.
    fileprivate func means(_ other: Property) -> Bool {
        type == other.type && unit == other.unit && sensitivity == other.sensitivity
            && handling == other.handling
    }
}
