import CatalogModel
import SignalVocabulary

/// A name of a property with everything it is used for.
struct GlossaryEntry {
    /// The name on the wire.
    let name: String
    /// What the name means, one for every difference in type, unit, privacy or description.
    private(set) var meanings: [Meaning] = []
    /// How many types, units or handlings the name has; more than one is worth a look.
    private(set) var kindCount = 0

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

    /// Every name of a catalog, in the order of the alphabet: by the bytes of the names in small letters.
    static func all(of catalog: Catalog, events: [EventEntry]) -> [GlossaryEntry] {
        var collector = Collector()
        for context in catalog.context { collector.add(context.property, event: nil) }
        for (number, entry) in events.enumerated() {
            for property in entry.event.properties { collector.add(property, event: number) }
        }
        return collector.entries.map { ($0, $0.name.lowercased()) }.sorted {
            $0.1 == $1.1 ? $0.0.name < $1.0.name : $0.1.utf8.lexicographicallyPrecedes($1.1.utf8)
        }.map(\.0)
    }

    /// Finds what a property adds to, in constant time.
    private struct Collector {
        private(set) var entries: [GlossaryEntry] = []
        private var positions: [String: Int] = [:]
        private var meanings: [Sense: Int] = [:]
        private var kinds: Set<Kind> = []

        /// What a value reads like.
        private struct Kind: Hashable {
            var entry: Int
            var type: PropertyType
            var unit: String?
            var sensitivity: Sensitivity
            var handling: Handling?
        }

        /// What a value reads like and means.
        private struct Sense: Hashable {
            var kind: Kind
            var description: String
            var isContext: Bool
        }

        mutating func add(_ property: Property, event: Int?) {
            let entry = position(of: property.name)
            let kind = Kind(
                entry: entry, type: property.type, unit: property.unit, sensitivity: property.sensitivity,
                handling: property.handling)
            if kinds.insert(kind).inserted { entries[entry].kindCount += 1 }
            let sense = Sense(kind: kind, description: property.description, isContext: event == nil)
            if let known = meanings[sense] {
                if let event { entries[entry].meanings[known].events.append(event) }
            } else {
                meanings[sense] = entries[entry].meanings.count
                entries[entry].meanings.append(
                    Meaning(property: property, events: event.map { [$0] } ?? [], isContext: event == nil))
            }
        }

        private mutating func position(of name: String) -> Int {
            if let position = positions[name] { return position }
            positions[name] = entries.count
            entries.append(GlossaryEntry(name: name))
            return entries.count - 1
        }
    }
}
