import SignalWire
import Signalbook

/// Batches for tests of exporters.
enum SampleBatch {
    /// One encoded record with the given name, a number and a text of `padding` bytes.
    static func record(_ name: String, number: Int = 0, padding: Int = 0) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: padding + 4096) { memory, count in
            guard let base = memory.baseAddress else { return }
            var writer = ProtobufWriter(start: base, capacity: memory.count)
            writer.fixed64Field(OTLPFields.LogRecord.timeUnixNano, 1_770_285_600_123_456_789)
            writer.varintField(OTLPFields.LogRecord.severityNumber, 17)
            writer.stringField(OTLPFields.LogRecord.eventName, name)
            attribute("log.record.uid", &writer) {
                $0.stringField(OTLPFields.AnyValue.string, "id-\(number)")
            }
            attribute("catalog", &writer) {
                $0.stringField(OTLPFields.AnyValue.string, "api/1.0.0" as StaticString)
            }
            attribute("session_id", &writer) { _ in }
            attribute("number", &writer) {
                $0.varintField(OTLPFields.AnyValue.int, UInt64(bitPattern: Int64(number)))
            }
            attribute("duration_ms", &writer) { $0.doubleField(OTLPFields.AnyValue.double, 45.25) }
            if padding > 0 {
                attribute("padding", &writer) {
                    $0.stringField(OTLPFields.AnyValue.string, String(repeating: "x", count: padding))
                }
            }
            count = writer.count
        }
    }

    /// A batch of the given records.
    static func batch(_ records: [[UInt8]]) -> RecordBatch {
        var builder = RecordBatch.Builder()
        for record in records { record.withUnsafeBytes { builder.append($0) } }
        return builder.build()
    }

    /// A batch of one record a number, named `event`.
    static func batch(numbers: some Sequence<Int>, padding: Int = 0) -> RecordBatch {
        batch(numbers.map { record("event", number: $0, padding: padding) })
    }

    /// Writes an attribute.
    static func attribute(
        _ key: String, _ writer: inout ProtobufWriter, _ value: (inout ProtobufWriter) -> Void
    ) {
        let pair = writer.beginMessage(OTLPFields.LogRecord.attributes)
        writer.stringField(OTLPFields.KeyValue.key, key)
        let message = writer.beginMessage(OTLPFields.KeyValue.value)
        value(&writer)
        writer.endMessage(message)
        writer.endMessage(pair)
    }
}
