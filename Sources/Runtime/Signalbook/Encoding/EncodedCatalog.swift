import SignalVocabulary
import SignalWire

/// The attribute `catalog` of one catalog, encoded once; events of another catalog have theirs encoded anew.
///
/// A structure over raw memory and no class, so that tracking counts no references; who makes one calls ``deallocate()``.
struct EncodedCatalog {
    private let identity: CatalogIdentity
    private let bytes: UnsafeMutablePointer<UInt8>
    private let count: Int

    init(_ identity: CatalogIdentity) {
        self.identity = identity
        let size = identity.nameText.count + identity.versionText.count + 64
        bytes = .allocate(capacity: size)
        var wire = ProtobufWriter(start: bytes, capacity: size)
        EncodedCatalog.encode(identity, to: &wire)
        count = wire.count
    }

    /// Gives the bytes back; nothing may be written from it afterwards.
    func deallocate() { bytes.deallocate() }

    /// Appends the attribute for the given catalog.
    @inline(__always)
    func write(_ other: CatalogIdentity, to wire: inout ProtobufWriter) {
        if other.nameText.start == identity.nameText.start,
            other.versionText.start == identity.versionText.start
        {
            guard wire.ensure(count) else { return }
            wire.position.update(from: bytes, count: count)
            wire.position += count
        } else {
            EncodedCatalog.encode(other, to: &wire)
        }
    }

    @inline(never)
    private static func encode(_ identity: CatalogIdentity, to wire: inout ProtobufWriter) {
        let attribute = wire.beginMessage(OTLPFields.LogRecord.attributes)
        wire.stringField(OTLPFields.KeyValue.key, RecordField.catalog.key)
        let value = wire.beginMessage(OTLPFields.KeyValue.value)
        let text = wire.beginMessage(OTLPFields.AnyValue.string)
        wire.bytes(identity.nameText.start, count: identity.nameText.count)
        wire.byte(UInt8(ascii: "/"))
        wire.bytes(identity.versionText.start, count: identity.versionText.count)
        wire.endMessage(text)
        wire.endMessage(value)
        wire.endMessage(attribute)
    }
}
