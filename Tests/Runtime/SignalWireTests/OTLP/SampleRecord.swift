import SignalWire

/// Encoded records for tests.
enum SampleRecord {
    /// What `write` encodes.
    static func encoded(_ write: (inout ProtobufWriter) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 1 << 16) { memory, count in
            guard let base = memory.baseAddress else { return }
            var writer = ProtobufWriter(start: base, capacity: memory.count)
            write(&writer)
            count = writer.hasOverflowed ? 0 : writer.count
        }
    }

    /// Adds an attribute whose value `value` writes.
    static func attribute(
        _ key: String, to writer: inout ProtobufWriter, _ value: (inout ProtobufWriter) -> Void
    ) {
        let pair = writer.beginMessage(OTLPFields.LogRecord.attributes)
        keyValue(key, to: &writer, value)
        writer.endMessage(pair)
    }

    /// Adds the fields of a `KeyValue`.
    static func keyValue(
        _ key: String, to writer: inout ProtobufWriter, _ value: (inout ProtobufWriter) -> Void
    ) {
        writer.stringField(OTLPFields.KeyValue.key, key)
        let message = writer.beginMessage(OTLPFields.KeyValue.value)
        value(&writer)
        writer.endMessage(message)
    }

    /// A record as the runtime writes it, with a value of each kind.
    static let complete = encoded { writer in
        writer.fixed64Field(OTLPFields.LogRecord.timeUnixNano, 1_770_285_600_123_456_789)
        writer.fixed64Field(OTLPFields.LogRecord.observedTimeUnixNano, 1_770_285_600_123_456_789)
        writer.varintField(OTLPFields.LogRecord.severityNumber, 9)
        writer.stringField(OTLPFields.LogRecord.severityText, "INFO" as StaticString)
        writer.stringField(OTLPFields.LogRecord.eventName, "request_completed" as StaticString)
        attribute("log.record.uid", to: &writer) {
            $0.stringField(OTLPFields.AnyValue.string, "01JH" as StaticString)
        }
        attribute("catalog", to: &writer) {
            $0.stringField(OTLPFields.AnyValue.string, "api/1.0.0" as StaticString)
        }
        attribute("session_id", to: &writer) { _ in }
        attribute("status_code", to: &writer) { $0.varintField(OTLPFields.AnyValue.int, 200) }
        attribute("offset", to: &writer) {
            $0.varintField(OTLPFields.AnyValue.int, UInt64(bitPattern: -7))
        }
        attribute("duration_ms", to: &writer) { $0.doubleField(OTLPFields.AnyValue.double, 45.25) }
        attribute("is_retryable", to: &writer) { $0.varintField(OTLPFields.AnyValue.bool, 0) }
        attribute("note", to: &writer) { $0.stringField(OTLPFields.AnyValue.string, "" as StaticString) }
        attribute("tags", to: &writer) {
            let list = $0.beginMessage(OTLPFields.AnyValue.array)
            for tag in ["a", "b"] {
                let value = $0.beginMessage(OTLPFields.List.values)
                $0.stringField(OTLPFields.AnyValue.string, tag)
                $0.endMessage(value)
            }
            $0.endMessage(list)
        }
        attribute("map", to: &writer) {
            let list = $0.beginMessage(OTLPFields.AnyValue.keyValueList)
            let pair = $0.beginMessage(OTLPFields.List.values)
            keyValue("k", to: &$0) { $0.varintField(OTLPFields.AnyValue.bool, 1) }
            $0.endMessage(pair)
            $0.endMessage(list)
        }
        attribute("raw", to: &writer) { $0.stringField(OTLPFields.AnyValue.bytes, "fooba" as StaticString) }
        writer.bytesField(OTLPFields.LogRecord.spanID, [0x00, 0xF0, 1, 2, 3, 4, 5, 0xAB], count: 8)
    }

    /// ``complete`` as a line of JSON.
    static let completeLine = """
        {"timestamp":"2026-02-05T10:00:00.123456Z","event":"request_completed","severity":"info","record_id":"01JH",\
        "catalog":"api/1.0.0","session_id":null,"status_code":200,"offset":-7,"duration_ms":45.25,"is_retryable":false,"note":"",\
        "tags":["a","b"],"map":{"k":true},"raw":"Zm9vYmE=","span_id":"00f00102030405ab"}

        """
}
