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
