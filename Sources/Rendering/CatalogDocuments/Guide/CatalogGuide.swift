import CatalogModel

/// A catalog arranged for readers: what the site and the Markdown both show, found once. Linear in the size of the catalog.
struct CatalogGuide {
    /// The catalog.
    let catalog: Catalog
    /// The files that declare events, in the catalog's order.
    private(set) var domains: [Domain] = []
    /// Every event, by domain and then as written.
    private(set) var events: [EventEntry] = []
    /// Every name of a property with its uses, in the order of the alphabet.
    let glossary: [GlossaryEntry]
    /// The owners, those of most events first.
    let owners: [Owner]
    /// Where an event is in ``events``, by its name.
    private var positions: [String: Int] = [:]

    /// A file of the catalog that declares events.
    struct Domain {
        /// The file's path.
        var path: String
        /// What people call it.
        var title: String
        /// What its page is called, without an extension.
        var fileName: String
        /// Its events in ``CatalogGuide/events``.
        var events: Range<Int>
    }

    /// Who answers for events.
    struct Owner {
        var name: String
        var eventCount: Int
    }

    /// Arranges a catalog.
    init(_ catalog: Catalog) {
        self.catalog = catalog
        var byPath: [String: [Event]] = [:]
        for event in catalog.events { byPath[event.location.path, default: []].append(event) }
        var fileNames = FileNames()
        let depth = Self.sharedDepth(catalog.files)
        for path in catalog.files {
            guard let declared = byPath[path] else { continue }
            let first = events.count
            for event in declared {
                positions[event.name] = events.count
                events.append(EventEntry(event, domain: domains.count))
            }
            let name = Self.name(of: path, below: depth)
            domains.append(
                Domain(
                    path: path, title: Self.title(name), fileName: fileNames.name(for: name),
                    events: first..<events.count))
        }
        glossary = GlossaryEntry.all(of: catalog, events: events)
        var counts: [String: Int] = [:]
        for entry in events { if let owner = entry.event.owner { counts[owner, default: 0] += 1 } }
        owners = counts.map { Owner(name: $0.key, eventCount: $0.value) }.sorted {
            $0.eventCount != $1.eventCount
                ? $0.eventCount > $1.eventCount : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
    }

    /// The entry of an event by its name on the wire.
    func entry(named name: String) -> EventEntry? { positions[name].map { events[$0] } }

    /// The domain that an event belongs to.
    func domain(of entry: EventEntry) -> Domain { domains[entry.domain] }

    /// A file's path without the folders that it shares with all others, and without its extension.
    private static func name(of path: String, below depth: Int) -> String {
        var parts = path.split(separator: "/").dropFirst(depth)
        if let last = parts.popLast() {
            let dot = last.lastIndex(of: ".") ?? last.endIndex
            parts.append(dot == last.startIndex ? last : last[..<dot])
        }
        return parts.joined(separator: "/")
    }

    /// How many folders all paths begin with.
    private static func sharedDepth(_ paths: [String]) -> Int {
        guard var shared = paths.first?.split(separator: "/").dropLast() else { return 0 }
        for path in paths.dropFirst() {
            let parts = path.split(separator: "/").dropLast()
            shared = shared.prefix(zip(shared, parts).prefix(while: { $0 == $1 }).count)
        }
        return shared.count
    }

    /// A name as a heading: words with spaces between them, the first with a capital.
    private static func title(_ name: String) -> String {
        let parts = name.split(separator: "/").map { part in
            let words = part.split(whereSeparator: { $0 == "_" || $0 == "-" }).joined(separator: " ")
            return words.prefix(1).uppercased() + words.dropFirst()
        }
        return parts.joined(separator: " / ")
    }
}
