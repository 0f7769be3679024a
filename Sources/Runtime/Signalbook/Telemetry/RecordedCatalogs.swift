import Synchronization

/// The catalogs whose events one telemetry records: the one that it was started with, and each other that has had a record or a scope.
///
/// They are found without a lock, and each lives as long as this.
///
/// Safety: `@unchecked Sendable`. An entry is written before it is published and never changed; it is freed in `deinit` only.
final class RecordedCatalogs: @unchecked Sendable {
    /// The catalog that the telemetry was started with.
    let started: UnsafePointer<RecordedCatalog>
    /// The entry that was added last, as an address; the first one is ``started``.
    private let newest: Atomic<UInt>
    private let configuration: Configuration
    private let environment: UnsafePointer<EncodingEnvironment>
    private let diagnostics: DiagnosticChannel

    /// - Parameter environment: what values are sanitized with. It must outlive this.
    init(
        _ catalog: any Catalog.Type, configuration: Configuration,
        environment: UnsafePointer<EncodingEnvironment>, diagnostics: DiagnosticChannel
    ) {
        self.configuration = configuration
        self.environment = environment
        self.diagnostics = diagnostics
        let known = KnownCatalog.of(catalog)
        let base = ContextScope.base(
            of: known, value: { configuration.context[$0.name.description] }, environment: environment,
            diagnostics: diagnostics)
        let entry = Self.makeEntry(known, base, next: nil)
        started = UnsafePointer(entry)
        newest = Atomic(UInt(bitPattern: entry))
    }

    deinit {
        var current = UnsafeMutablePointer<RecordedCatalog>(bitPattern: newest.load(ordering: .acquiring))
        while let entry = current {
            current = entry.pointee.next
            entry.deinitialize(count: 1)
            entry.deallocate()
        }
    }

    /// The catalog's entry. It is made with the catalog's first record or scope; after that nothing is allocated.
    @inline(__always)
    func entry(of catalog: any Catalog.Type) -> UnsafePointer<RecordedCatalog> {
        if _fastPath(ObjectIdentifier(catalog) == started.pointee.id) { return started }
        return otherEntry(of: catalog)
    }

    @inline(never)
    private func otherEntry(of catalog: any Catalog.Type) -> UnsafePointer<RecordedCatalog> {
        if let entry = existingEntry(ObjectIdentifier(catalog)) { return entry }
        let known = KnownCatalog.of(catalog)
        // Outside of any lock, because what is wrong with a value is reported to code of the app, which may track.
        let base = ContextScope.base(
            of: known, value: { value(of: $0) }, environment: environment, diagnostics: diagnostics)
        while true {
            let head = newest.load(ordering: .acquiring)
            if let entry = existingEntry(known.id) { return entry }
            let made = Self.makeEntry(known, base, next: UnsafeMutablePointer(bitPattern: head))
            let isAdded = newest.compareExchange(
                expected: head, desired: UInt(bitPattern: made), ordering: .acquiringAndReleasing
            ).exchanged
            if isAdded { return UnsafePointer(made) }
            made.deinitialize(count: 1)
            made.deallocate()
        }
    }

    private func existingEntry(_ id: ObjectIdentifier) -> UnsafePointer<RecordedCatalog>? {
        var current = UnsafeMutablePointer<RecordedCatalog>(bitPattern: newest.load(ordering: .acquiring))
        while let entry = current {
            if entry.pointee.id == id { return UnsafePointer(entry) }
            current = entry.pointee.next
        }
        return nil
    }

    private static func makeEntry(
        _ known: KnownCatalog, _ base: ContextScope, next: UnsafeMutablePointer<RecordedCatalog>?
    ) -> UnsafeMutablePointer<RecordedCatalog> {
        let entry = UnsafeMutablePointer<RecordedCatalog>.allocate(capacity: 1)
        entry.initialize(
            to: RecordedCatalog(
                id: known.id, view: base.header.view, base: base, known: known,
                next: next))
        return entry
    }

    /// The process-wide value of a property of a catalog that the telemetry was not started with; nil if there is none.
    ///
    /// What was configured for a property of that name counts, unless the started catalog means something else by the name. The property's
    /// own variable goes before it if the configured value is that of another variable.
    private func value(of definition: ContextPropertyDefinition) -> String? {
        let name = definition.name.description
        let configured = configuration.context[name]
        let namesake = started.pointee.known.context.first { $0.name.description == name }
        if namesake == nil || namesake?.variable == definition.variable, let configured,
            namesake?.isDeclaredLike(definition) ?? true
        {
            return configured
        }
        if let variable = definition.variable, let value = configuration.variable(variable) { return value }
        return namesake?.isDeclaredLike(definition) == true ? configured : nil
    }
}

extension ContextPropertyDefinition {
    /// Whether a value of one can be that of the other.
    fileprivate func isDeclaredLike(_ other: ContextPropertyDefinition) -> Bool {
        kind == other.kind && handling == other.handling
    }
}
