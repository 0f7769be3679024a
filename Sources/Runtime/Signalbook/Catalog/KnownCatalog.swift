import SignalVocabulary
import SignalWire
import Synchronization

/// What the runtime knows of one catalog. It is made when the catalog's first telemetry, record or scope comes, and kept as long as the process.
///
/// There are as many as the program has catalogs, and they are found without a lock.
///
/// Safety: `@unchecked Sendable`, because nothing changes after `init`.
final class KnownCatalog: @unchecked Sendable {
    /// A context property, as it is compared with those of other catalogs.
    struct ContextProperty {
        let name: StaticText
        let kind: PropertyKind
        let handling: Handling?
    }

    /// Distinguishes the catalog from every other.
    let id: ObjectIdentifier
    /// Its name and version.
    let identity: CatalogIdentity
    /// The properties that each of its records carries, in their order.
    let context: [ContextPropertyDefinition]
    /// The same properties, for comparing.
    let properties: [ContextProperty]
    /// The place of the property that ties a request together; nil if there is none.
    let operation: Int?
    /// The attribute `catalog` of its log records. Never freed.
    let attribute: UnsafeBufferPointer<UInt8>
    /// The one that was made before this one.
    private let next: Unmanaged<KnownCatalog>?

    /// The one that was made last, as the address of an object that is never released.
    private static let newest = Atomic<UInt>(0)

    /// What is known of a catalog.
    static func of(_ catalog: any Catalog.Type) -> KnownCatalog {
        let id = ObjectIdentifier(catalog)
        while true {
            let head = newest.load(ordering: .acquiring)
            if let known = first(from: reference(head), where: { $0.id == id }) { return known }
            let made = Unmanaged.passRetained(KnownCatalog(catalog, next: reference(head)))
            let isAdded = newest.compareExchange(
                expected: head, desired: UInt(bitPattern: made.toOpaque()), ordering: .acquiringAndReleasing
            ).exchanged
            if isAdded { return made.takeUnretainedValue() }
            made.release()
        }
    }

    /// The catalog that records name like this, such as `shop/1.0.0`; nil if nothing of it has come yet.
    static func named(_ text: UnsafeBufferPointer<UInt8>) -> KnownCatalog? {
        first(from: reference(newest.load(ordering: .acquiring))) { $0.isNamed(text) }
    }

    private init(_ catalog: any Catalog.Type, next: Unmanaged<KnownCatalog>?) {
        id = ObjectIdentifier(catalog)
        identity = catalog.identity
        context = catalog.context
        properties = context.map {
            ContextProperty(name: StaticText($0.name), kind: $0.kind, handling: $0.handling)
        }
        operation = context.firstIndex { $0.role == .operation }
        attribute = KnownCatalog.attribute(of: identity)
        self.next = next
    }

    deinit { UnsafeMutableBufferPointer(mutating: attribute).deallocate() }

    /// Whether records name it like this.
    func isNamed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let (name, version) = (identity.nameText, identity.versionText)
        guard text.count == name.count + 1 + version.count, text[name.count] == UInt8(ascii: "/") else {
            return false
        }
        return text.prefix(name.count).elementsEqual(name.bytes)
            && text.suffix(version.count).elementsEqual(version.bytes)
    }

    private static func reference(_ address: UInt) -> Unmanaged<KnownCatalog>? {
        UnsafeRawPointer(bitPattern: address).map { Unmanaged.fromOpaque($0) }
    }

    private static func first(
        from start: Unmanaged<KnownCatalog>?, where isWanted: (KnownCatalog) -> Bool
    ) -> KnownCatalog? {
        var current = start
        while let reference = current {
            let known = reference.takeUnretainedValue()
            if isWanted(known) { return known }
            current = known.next
        }
        return nil
    }

    private static func attribute(of identity: CatalogIdentity) -> UnsafeBufferPointer<UInt8> {
        let size = identity.nameText.count + identity.versionText.count + 64
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        var wire = ProtobufWriter(start: memory, capacity: size)
        let attribute = wire.beginMessage(OTLPFields.LogRecord.attributes)
        wire.stringField(OTLPFields.KeyValue.key, RecordField.catalog.key)
        let value = wire.beginMessage(OTLPFields.KeyValue.value)
        let text = wire.beginMessage(OTLPFields.AnyValue.string)
        wire.bytes(identity.nameText.bytes)
        wire.byte(UInt8(ascii: "/"))
        wire.bytes(identity.versionText.bytes)
        wire.endMessage(text)
        wire.endMessage(value)
        wire.endMessage(attribute)
        return UnsafeBufferPointer(start: memory, count: wire.count)
    }
}
