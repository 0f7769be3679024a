package import CatalogModel
import YAMLLite

/// A catalog as rules see it: resolved, with every declaration once, and with its nodes for exact places.
package struct CheckedCatalog: Sendable {
    /// The resolved catalog.
    package private(set) var catalog: Catalog
    /// The files with their nodes, in order.
    package let sources: [ParsedSource]
    /// Every declaration, of all kinds.
    private(set) var declarations: [CheckedDeclaration]
    /// Every event.
    private(set) var events: [DeclaredEvent]
    /// Every property where it is written, once, however many events include its group: of events, of groups, of the context.
    private(set) var properties: [DeclaredProperty]
    /// The scalars without quotes that rules about the text look at.
    let plainScalars: [PlainScalar]
    /// The day that it is, if that was said.
    let today: Day?
    private let sourceIndices: [String: Int]

    /// A catalog and the files that it was loaded from.
    init(_ catalog: Catalog, _ sources: [ParsedSource], today: Day?) {
        self.catalog = catalog
        self.sources = sources
        self.today = today
        sourceIndices = Dictionary(
            sources.enumerated().map { ($1.source.path, $0) }, uniquingKeysWith: { first, _ in first })
        var words = WordCache()
        var declarations: [CheckedDeclaration] = []
        var properties: [DeclaredProperty] = []
        declarations.reserveCapacity(catalog.events.count + catalog.groups.count + 1)
        for declaration in catalog.declarations {
            declarations.append(CheckedDeclaration(declaration, words: NameWords.split(declaration.name)))
            for property in declaration.properties where declaration.isOwn(property) {
                properties.append(
                    DeclaredProperty(property, words: words.words(of: property.name), in: declaration))
            }
        }
        // The events come first, because theirs is the first kind of declaration.
        events = zip(catalog.events, declarations).map(DeclaredEvent.init)
        var collector = PlainScalarCollector()
        for source in sources { collector.collect(from: source) }
        plainScalars = collector.scalars
        self.declarations = declarations
        self.properties = properties
    }

    /// What can be judged of a catalog with errors: it without the declarations that one of them is in, and without whatever those are
    /// part of. Nil when an error may concern everything.
    func withoutDeclarations(having errors: [Diagnostic]) -> CheckedCatalog? {
        let unsound = UnsoundDeclarations(of: self, errors)
        if unsound.includeHeader { return nil }
        var sound = self
        sound.catalog.context.removeAll { unsound.contain($0.property.location) }
        sound.catalog.groups.removeAll { unsound.contain($0.location) }
        sound.catalog.events.removeAll { unsound.contain($0.location) }
        sound.catalog.removed.removeAll { unsound.contain($0.location) }
        sound.declarations.removeAll { unsound.contain($0.declaration.location) }
        sound.events.removeAll { unsound.contain($0.event.location) }
        sound.properties.removeAll { unsound.contain($0.ownerLocation ?? $0.property.location) }
        return sound
    }

    /// The entry whose key is at a place, and the entries around it, from the outermost in; empty when there is none.
    func entries(leadingTo place: SourceLocation) -> [Entry] {
        guard let index = sourceIndices[place.path], let root = sources[index].parsed.root else { return [] }
        return root.entries(leadingToKeyAt: place.line, column: place.column)
    }

    /// The value of a key of the declaration at a place, such as the `unit` of a property.
    private func value(of key: String, at place: SourceLocation) -> Node? {
        entries(leadingTo: place).last?.value.mapping?.first { $0.keyText == key }?.value
    }

    /// The place of the value of a key of the declaration at a place; the place itself if there is no such key.
    func location(of key: some CatalogKey, at place: SourceLocation) -> SourceLocation {
        location(of: key.name, at: place)
    }

    /// The same for a key that declarations of all kinds have.
    func location(of key: DeclarationKey, at place: SourceLocation) -> SourceLocation {
        location(of: key.name, at: place)
    }

    /// The value of a key of the declaration at a place. Nil if there is no such key.
    func value(of key: some CatalogKey, at place: SourceLocation) -> Node? { value(of: key.name, at: place) }

    /// The same for a key that declarations of all kinds have.
    func value(of key: DeclarationKey, at place: SourceLocation) -> Node? { value(of: key.name, at: place) }

    private func location(of key: String, at place: SourceLocation) -> SourceLocation {
        guard let node = value(of: key, at: place) else { return place }
        return SourceLocation(node, in: place.path)
    }

    /// The bytes of a file.
    func bytes(of path: String) -> [UInt8] {
        sourceIndices[path].map { sources[$0].source.bytes } ?? []
    }
}
