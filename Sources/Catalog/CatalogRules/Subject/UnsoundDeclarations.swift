import CatalogModel
import YAMLLite

/// The declarations of a catalog that have errors, or that are made of others which do.
struct UnsoundDeclarations {
    /// The place of a declaration's name.
    private struct Place: Hashable {
        var path: String
        var line: Int
        var column: Int

        init(_ location: SourceLocation) {
            path = location.path
            line = location.line
            column = location.column
        }
    }

    /// Whether the header is among them, by which everything is judged.
    private(set) var includeHeader = false
    /// Files that could not be read whole: they may declare more than what was understood.
    private var files: Set<String> = []
    private var places: Set<Place> = []

    /// Those of a catalog in which the errors are. Linear in the size of the catalog.
    init(of catalog: CheckedCatalog, _ errors: [Diagnostic]) {
        for source in catalog.sources where !source.parsed.problems.isEmpty {
            files.insert(source.source.path)
        }
        let roots = Dictionary(
            catalog.sources.map { ($0.source.path, $0.parsed.root) }, uniquingKeysWith: { first, _ in first })
        for location in errors.compactMap(\.location) {
            guard case let root?? = roots[location.path],
                let section = root.lastEntry(startingAtOrBefore: location.line, column: location.column)
            else { continue }
            if section.keyText == SectionKey.catalog.name { includeHeader = true }
            let declaration = section.value.lastEntry(
                startingAtOrBefore: location.line, column: location.column)
            guard let declaration else { continue }
            places.insert(Place(SourceLocation(declaration.key, in: location.path)))
        }
        if files.contains(catalog.catalog.location.path) { includeHeader = true }
        addIncluding(catalog.catalog)
    }

    /// Whether the declaration whose name is at a place is one of them.
    func contain(_ location: SourceLocation) -> Bool {
        files.contains(location.path) || places.contains(Place(location))
    }

    /// Adds the groups and events that include, over however many others, a group that is unsound or not there.
    private mutating func addIncluding(_ catalog: Catalog) {
        var includers: [String: [String]] = [:]
        var unsound: Set<String> = []
        let names = Set(catalog.groups.map(\.name))
        for group in catalog.groups {
            for name in group.includes { includers[name, default: []].append(group.name) }
            if contain(group.location) || !names.isSuperset(of: group.includes) { unsound.insert(group.name) }
        }
        var pending = Array(unsound)
        while let name = pending.popLast() {
            for includer in includers[name] ?? [] where unsound.insert(includer).inserted {
                pending.append(includer)
            }
        }
        for group in catalog.groups where unsound.contains(group.name) {
            places.insert(Place(group.location))
        }
        for event in catalog.events
        where event.includes.contains(where: { unsound.contains($0) || !names.contains($0) }) {
            places.insert(Place(event.location))
        }
    }
}
