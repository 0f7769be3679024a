import SignalVocabulary
import SignalWire

/// What comes before the catalog's name and the context in every record: times, severity, name, identifier, and the sampling rate.
///
/// Source: opentelemetry-proto `logs.proto`, `LogRecord`; semantic conventions, `log.record.uid`.
struct RecordPrefix {
    /// Nanoseconds since 1970; both the time and the observed time, which are one here.
    let time: UInt64
    /// The rate at which events like this one are kept.
    let rate: Double

    /// The start, and the identifier's attribute.
    private static let fixedSize = LogRecordStart.maximumSize + 54

    /// Appends the prefix.
    @inline(__always)
    func write(
        _ definition: EventDefinition, id: RecordIdentifier, to wire: inout ProtobufWriter
    ) {
        let name = definition.nameText
        let nameCount = name.count
        guard nameCount < 128, wire.ensure(RecordPrefix.fixedSize + nameCount + 2) else {
            wire.hasOverflowed = true
            return
        }
        var raw = LogRecordStart.write(
            time: time, severity: definition.severity, to: UnsafeMutableRawPointer(wire.position))
        raw.storeBytes(of: 0x62, as: UInt8.self)  // event_name
        raw.storeBytes(of: UInt8(truncatingIfNeeded: nameCount), toByteOffset: 1, as: UInt8.self)
        raw += 2
        copy(name.start, to: raw.assumingMemoryBound(to: UInt8.self), count: nameCount)
        raw += nameCount
        raw = RecordPrefix.writeIdentifier(id, to: raw)
        wire.position = raw.assumingMemoryBound(to: UInt8.self)
        if rate < 1 { RecordPrefix.writeRate(rate, to: &wire) }
    }

    /// The attribute `log.record.uid`: 54 bytes.
    @inline(__always)
    private static func writeIdentifier(
        _ id: RecordIdentifier, to raw: UnsafeMutableRawPointer
    ) -> UnsafeMutableRawPointer {
        // Attributes, 52 bytes; key, 14 bytes.
        raw.storeBytes(of: 0x0E0A_3432, as: UInt32.self)
        let key = RecordField.recordUID.key
        copy(key.utf8Start, to: (raw + 4).assumingMemoryBound(to: UInt8.self), count: 14)
        // Value, 34 bytes; string, 32 bytes.
        raw.storeBytes(of: 0x200A_2212, toByteOffset: 18, as: UInt32.self)
        raw.storeBytes(of: id.words.0, toByteOffset: 22, as: UInt64.self)
        raw.storeBytes(of: id.words.1, toByteOffset: 30, as: UInt64.self)
        raw.storeBytes(of: id.words.2, toByteOffset: 38, as: UInt64.self)
        raw.storeBytes(of: id.words.3, toByteOffset: 46, as: UInt64.self)
        return raw + 54
    }

    @inline(never)
    private static func writeRate(_ rate: Double, to wire: inout ProtobufWriter) {
        let attribute = wire.beginMessage(OTLPFields.LogRecord.attributes)
        wire.stringField(OTLPFields.KeyValue.key, RecordField.sampleRate.key)
        let value = wire.beginMessage(OTLPFields.KeyValue.value)
        wire.doubleField(OTLPFields.AnyValue.double, rate)
        wire.endMessage(value)
        wire.endMessage(attribute)
    }
}
