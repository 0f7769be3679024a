import CatalogModel

/// Writes the Swift of one catalog file: head, imports, handshake, then what the file declares.
///
/// NOTE: Whatever is no type conforming to a `Sendable` protocol says `nonisolated`, for the sake of modules whose default
/// isolation is the main actor (SE-0466): events are tracked from everywhere.
struct FileEmitter: ~Copyable {
    /// The catalog file, as the catalog's locations have it.
    let path: String
    /// The path as it is written into comments.
    let shownPath: String
    /// What the whole catalog declares.
    let index: CatalogIndex
    /// Where the Swift goes.
    var writer: SourceWriter
    /// The patterns that the file's properties must match.
    var patterns = PatternTable()

    /// An emitter for the given file.
    init(path: String, index: CatalogIndex) {
        self.path = path
        shownPath = EscapedText.oneLine(path)
        self.index = index
        // An event of six properties takes about 3,300 bytes.
        writer = SourceWriter(capacity: 4096 + 4000 * (index.events[path]?.count ?? 0))
    }

    /// The file's Swift, in UTF-8.
    mutating func emit() -> [UInt8] {
        let events = (index.events[path] ?? []).map(EventShape.init)
        let hasHeader = index.catalog.location.path == path
        let hasContext = index.catalog.contextLocation?.path == path && !index.catalog.context.isEmpty
        let context =
            hasContext ? index.catalog.context.map { Member($0.property, in: index.contextType) } : []
        let groups = index.groups[path] ?? []
        patterns = PatternTable(events: events, context: context)

        let needsFoundation =
            events.contains { $0.needsFoundation } || context.contains { $0.needsFoundation }
        let usesSignalbook = !events.isEmpty || !context.isEmpty || hasHeader
        head(needsFoundation: needsFoundation, usesSignalbook: usesSignalbook)
        patterns.declare(in: &writer)
        if hasHeader { catalogDeclaration() }
        if hasContext { contextDeclaration(context) }
        for group in groups { groupDeclaration(group) }
        for event in events { eventDeclaration(event) }
        eventNames(events)
        return writer.bytes
    }

    private mutating func head(needsFoundation: Bool, usesSignalbook: Bool) {
        writer.put(made: SwiftEmitter.headerPrefix)
        writer.put(made: SwiftEmitter.version)
        writer.put(" from ")
        writer.put(made: shownPath)
        writer.line(". Do not edit.")
        writer.line("// swift-format-ignore-file")
        writer.line()
        let modules: [StaticString] = needsFoundation ? ["Foundation", "Signalbook"] : ["Signalbook"]
        // An import that no public declaration needs must not be public: that would be a warning.
        imports(modules, for: usesSignalbook ? index.catalog.swift.access : .internal)
        writer.line()
        writer.line(
            "/// Fails to compile when this file and the Signalbook library do not belong together: generate it again."
        )
        writer.line("private typealias GeneratedCodeFormat = Signalbook.GeneratedCodeFormat4")
    }

    /// Writes imports which let declarations of the given access level show what they import.
    ///
    /// Where imports are public unless they say otherwise, one that says `package` would make every plain import of the
    /// same module in the user's files an error ("ambiguous implicit access level").
    private mutating func imports(_ modules: [StaticString], for access: SwiftSettings.Access) {
        if access == .package { writer.line("#if hasFeature(InternalImportsByDefault)") }
        for module in modules {
            if access != .internal { writer.put(index.access) }
            writer.put("import ")
            writer.line(module)
        }
        guard access == .package else { return }
        writer.line("#else")
        for module in modules {
            writer.put("import ")
            writer.line(module)
        }
        writer.line("#endif")
    }

    private mutating func eventNames(_ events: [EventShape]) {
        guard !events.isEmpty else { return }
        writer.line()
        writer.put("nonisolated extension ")
        writer.put(made: index.catalogType)
        writer.line(".EventName {")
        for event in events {
            if event.event.deprecation != nil { deprecation(of: event, renamedTo: .name, indent: "    ") }
            writer.put("    ")
            writer.put(index.access)
            writer.put("static var ")
            writer.put(made: event.escapedMemberName)
            writer.put(": Swift.String { ")
            writer.literal(event.event.name)
            writer.line(" }")
        }
        writer.line("}")
    }
}
