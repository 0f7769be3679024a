import SignalWire
import Signalbook

/// Encoded records for tests.
enum SampleRecords {
    /// A record with one attribute of each kind, numbered by its identifier.
    static func record(_ number: Int, text: String = "text") -> [UInt8] {
        encoded { writer in
            writer.fixed64Field(OTLPFields.LogRecord.timeUnixNano, 1_770_285_600_123_456_789 + UInt64(number))
            writer.fixed64Field(OTLPFields.LogRecord.observedTimeUnixNano, 1_770_285_600_123_456_790)
            writer.varintField(OTLPFields.LogRecord.severityNumber, 9)
            writer.stringField(OTLPFields.LogRecord.severityText, "INFO" as StaticString)
            writer.stringField(OTLPFields.LogRecord.eventName, "sample" as StaticString)
            attribute("log.record.uid", &writer) {
                $0.stringField(OTLPFields.AnyValue.string, "id-\(number)")
            }
            attribute("text", &writer) { $0.stringField(OTLPFields.AnyValue.string, text) }
            attribute("integer", &writer) {
                $0.varintField(OTLPFields.AnyValue.int, UInt64(bitPattern: Int64.min))
            }
            attribute("double", &writer) { $0.doubleField(OTLPFields.AnyValue.double, .nan) }
            attribute("flag", &writer) { $0.varintField(OTLPFields.AnyValue.bool, 0) }
            attribute("null", &writer) { _ in }
            attribute("bytes", &writer) { value in
                [0xFB as UInt8, 0xFF].withUnsafeBufferPointer {
                    value.bytesField(OTLPFields.AnyValue.bytes, $0)
                }
            }
            attribute("list", &writer) { value in
                let list = value.beginMessage(OTLPFields.AnyValue.array)
                let element = value.beginMessage(OTLPFields.List.values)
                value.stringField(OTLPFields.AnyValue.string, "a" as StaticString)
                value.endMessage(element)
                value.endMessage(list)
            }
            attribute("map", &writer) { value in
                let list = value.beginMessage(OTLPFields.AnyValue.keyValueList)
                let pair = value.beginMessage(OTLPFields.List.values)
                value.stringField(OTLPFields.KeyValue.key, "k" as StaticString)
                let inner = value.beginMessage(OTLPFields.KeyValue.value)
                value.varintField(OTLPFields.AnyValue.bool, 1)
                value.endMessage(inner)
                value.endMessage(pair)
                value.endMessage(list)
            }
            (0..<16).map { UInt8($0) }.withUnsafeBufferPointer {
                writer.bytesField(OTLPFields.LogRecord.traceID, $0)
            }
            (0..<8).map { UInt8($0 + 0xA0) }.withUnsafeBufferPointer {
                writer.bytesField(OTLPFields.LogRecord.spanID, $0)
            }
            writer.fixed32Field(OTLPFields.LogRecord.flags, 1)
        }
    }

    /// A batch of the given records.
    static func batch(_ records: [[UInt8]]) -> RecordBatch {
        var builder = RecordBatch.Builder()
        for record in records { record.withUnsafeBytes { builder.append($0) } }
        return builder.build()
    }

    /// A batch of that many records.
    static func batch(_ count: Int, text: String = "text") -> RecordBatch {
        batch((0..<count).map { record($0, text: text) })
    }

    private static func encoded(_ body: (inout ProtobufWriter) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 65_536) { memory, count in
            guard let base = memory.baseAddress else { return }
            var writer = ProtobufWriter(start: base, capacity: memory.count)
            body(&writer)
            count = writer.hasOverflowed ? 0 : writer.count
        }
    }

    private static func attribute(
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
