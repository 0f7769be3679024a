/// One field of a `LogRecord`. Valid as long as the memory from which it was read.
package enum LogRecordField {
    /// When it happened, in nanoseconds since 1970.
    case time(UInt64)
    /// When it was recorded, in nanoseconds since 1970.
    case observedTime(UInt64)
    /// 1 to 24 (TRACE to FATAL4); anything else if the sender says so.
    case severityNumber(UInt64)
    /// The severity in the sender's words.
    case severityText(UnsafeBufferPointer<UInt8>)
    /// The event's name.
    case eventName(UnsafeBufferPointer<UInt8>)
    /// The body.
    case body(WireValue)
    /// One attribute.
    case attribute(WireKeyValue)
    /// The trace's identifier, 16 bytes in a sound record.
    case traceID(UnsafeBufferPointer<UInt8>)
    /// The span's identifier, 8 bytes in a sound record.
    case spanID(UnsafeBufferPointer<UInt8>)
    /// Trace flags in the low byte.
    case flags(UInt32)
    /// How many attributes the sender left out.
    case droppedAttributesCount(UInt64)
}

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
