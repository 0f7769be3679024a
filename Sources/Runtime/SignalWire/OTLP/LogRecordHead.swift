/// Everything of a `LogRecord` but its attributes. Valid as long as the memory from which it was read.
package struct LogRecordHead {
    /// When it happened or, if nobody says so, when it was recorded; nanoseconds since 1970, 0 if neither is known.
    package private(set) var time: UInt64 = 0
    /// 1 to 24; 0 if it is not set.
    package private(set) var severityNumber: UInt64 = 0
    /// The severity in the sender's words.
    package private(set) var severityText = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The event's name.
    package private(set) var eventName = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The body, if there is one.
    package private(set) var body: WireValue?
    /// The trace's identifier; empty if there is none.
    package private(set) var traceID = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The span's identifier; empty if there is none.
    package private(set) var spanID = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

    /// Reads all of an encoded `LogRecord`.
    package init(_ encoded: UnsafeBufferPointer<UInt8>) throws(WireError) {
        var observed: UInt64 = 0
        var reader = ProtobufReader(encoded)
        while let field = try reader.next() {
            switch (field.number, field.type) {
            case (OTLPFields.LogRecord.timeUnixNano, .fixed64): time = field.bits
            case (OTLPFields.LogRecord.observedTimeUnixNano, .fixed64): observed = field.bits
            case (OTLPFields.LogRecord.severityNumber, .varint): severityNumber = field.bits
            case (OTLPFields.LogRecord.severityText, .lengthDelimited): severityText = field.bytes
            case (OTLPFields.LogRecord.eventName, .lengthDelimited): eventName = field.bytes
            case (OTLPFields.LogRecord.body, .lengthDelimited): body = try WireValue(field.bytes)
            case (OTLPFields.LogRecord.traceID, .lengthDelimited): traceID = field.bytes
            case (OTLPFields.LogRecord.spanID, .lengthDelimited): spanID = field.bytes
            default: continue
            }
        }
        if time == 0 { time = observed }
    }
}
