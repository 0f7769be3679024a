/// Reads the fields of an encoded `opentelemetry.proto.logs.v1.LogRecord` in place, in the order in which they stand.
///
/// Fields that are not known, or of another wire type than they should be, are skipped, as protobuf asks of readers.
package struct LogRecordReader {
    private var reader: ProtobufReader

    /// A reader of an encoded `LogRecord`.
    @inline(__always)
    package init(_ encoded: UnsafeBufferPointer<UInt8>) { reader = ProtobufReader(encoded) }

    /// The next known field, nil after the last one. Do not go on after an error.
    @inline(__always)
    package mutating func next() throws(WireError) -> LogRecordField? {
        while let field = try reader.next() {
            switch (field.number, field.type) {
            case (OTLPFields.LogRecord.attributes, .lengthDelimited):
                return .attribute(try WireKeyValue(field.bytes))
            case (OTLPFields.LogRecord.timeUnixNano, .fixed64): return .time(field.bits)
            case (OTLPFields.LogRecord.observedTimeUnixNano, .fixed64): return .observedTime(field.bits)
            case (OTLPFields.LogRecord.severityNumber, .varint): return .severityNumber(field.bits)
            case (OTLPFields.LogRecord.severityText, .lengthDelimited): return .severityText(field.bytes)
            case (OTLPFields.LogRecord.eventName, .lengthDelimited): return .eventName(field.bytes)
            case (OTLPFields.LogRecord.body, .lengthDelimited): return .body(try WireValue(field.bytes))
            case (OTLPFields.LogRecord.traceID, .lengthDelimited): return .traceID(field.bytes)
            case (OTLPFields.LogRecord.spanID, .lengthDelimited): return .spanID(field.bytes)
            case (OTLPFields.LogRecord.flags, .fixed32): return .flags(UInt32(truncatingIfNeeded: field.bits))
            case (OTLPFields.LogRecord.droppedAttributesCount, .varint):
                return .droppedAttributesCount(field.bits)
            default: continue
            }
        }
        return nil
    }
}
