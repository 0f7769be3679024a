import SignalWire

/// Where the context of one record comes from. It counts no references, and is valid until the call that tracks returns.
struct RecordContext {
    /// The catalog of the record.
    let catalog: UnsafePointer<RecordedCatalog>
    /// The attributes, the catalog's name first, if they can be copied as they are: those of a scope of the same catalog, or those outside every scope.
    private let view: ContextView
    /// A scope of another catalog.
    private let foreign: Unmanaged<ContextScope>?

    /// The context of a record of this catalog that is tracked by a task.
    @inline(__always)
    init(of catalog: UnsafePointer<RecordedCatalog>, in state: SignalContext.TaskState) {
        self.catalog = catalog
        guard let scope = state.scope else {
            view = catalog.pointee.view
            foreign = nil
            return
        }
        let inner = scope._withUnsafeGuaranteedRef { $0.view }
        if inner.catalog == catalog.pointee.id {
            view = inner
            foreign = nil
        } else {
            view = catalog.pointee.view
            foreign = inner.catalog == nil ? nil : scope
        }
    }

    /// A hash of what ties a request together, 0 if nothing does.
    @inline(__always)
    var samplingHash: UInt64 {
        guard _slowPath(foreign != nil), let foreign else { return view.samplingHash }
        return RecordContext.samplingHash(of: catalog, in: foreign)
    }

    /// Appends the attributes to a log record, that with the catalog's name first.
    @inline(__always)
    func write(to wire: inout ProtobufWriter) {
        if _slowPath(foreign != nil), let foreign {
            return RecordContext.write(catalog, in: foreign, to: &wire)
        }
        guard let bytes = view.bytes else { return }
        wire.bytes(bytes, count: view.count)
    }

    // What is rare is a function that takes no whole value of this type, which would have to be put into memory for every record.

    @inline(never)
    private static func samplingHash(
        of catalog: UnsafePointer<RecordedCatalog>, in foreign: Unmanaged<ContextScope>
    ) -> UInt64 {
        let (known, base) = (catalog.pointee.known, catalog.pointee.base)
        return foreign._withUnsafeGuaranteedRef { $0.samplingHash(of: known, over: base) }
    }

    @inline(never)
    private static func write(
        _ catalog: UnsafePointer<RecordedCatalog>, in foreign: Unmanaged<ContextScope>,
        to wire: inout ProtobufWriter
    ) {
        let (known, base) = (catalog.pointee.known, catalog.pointee.base)
        foreign._withUnsafeGuaranteedRef { $0.write(attributesOf: known, over: base, to: &wire) }
    }
}
