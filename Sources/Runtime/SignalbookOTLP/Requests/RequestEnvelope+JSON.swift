import Foundation
import SignalWire
import Signalbook

extension RequestEnvelope {
    /// The batch as OTLP/JSON (opentelemetry-proto `docs/specification.md`, "JSON Protobuf Encoding"), and how many of its records are left
    /// out because they cannot be read.
    func jsonBody(of batch: RecordBatch) -> (body: Data, malformed: Int) {
        var body = Data(jsonHead)
        body.reserveCapacity(jsonHead.count + batch.byteCount * 3)
        var writer = JSONWriter()
        var written = 0
        batch.forEachRecord { record in
            writer.reset()
            do throws(WireError) {
                try writer.logRecord(record.assumingMemoryBound(to: UInt8.self))
            } catch {
                return
            }
            if written > 0 { body.append(UInt8(ascii: ",")) }
            writer.buffer.withBytes { body.append(contentsOf: $0) }
            written += 1
        }
        Self.jsonTail.withUTF8Buffer { body.append(contentsOf: $0) }
        return (body, batch.count - written)
    }
}

extension JSONWriter {
    /// An encoded `LogRecord` as OTLP/JSON: identifiers in hexadecimal, 64-bit integers as strings, enumerations as numbers.
    fileprivate mutating func logRecord(_ record: UnsafeBufferPointer<UInt8>) throws(WireError) {
        beginObject()
        var attributes: [WireKeyValue] = []
        var reader = LogRecordReader(record)
        while let field = try reader.next() {
            switch field {
            case .time(let time): unsigned("timeUnixNano", time)
            case .observedTime(let time): unsigned("observedTimeUnixNano", time)
            case .severityNumber(let number):
                key("severityNumber")
                integer(Int64(Int32(truncatingIfNeeded: number)))
            case .severityText(let text):
                key("severityText")
                string(text)
            case .eventName(let name):
                key("eventName")
                string(name)
            case .body(let body):
                key("body")
                try anyValue(body)
            case .attribute(let attribute): attributes.append(attribute)
            case .traceID(let bytes):
                key("traceId")
                hexadecimal(bytes)
            case .spanID(let bytes):
                key("spanId")
                hexadecimal(bytes)
            case .flags(let flags):
                key("flags")
                integer(Int64(flags))
            case .droppedAttributesCount(let count):
                key("droppedAttributesCount")
                integer(Int64(UInt32(truncatingIfNeeded: count)))
            }
        }
        if !attributes.isEmpty {
            key("attributes")
            beginArray()
            for attribute in attributes { try keyValue(attribute, depth: 0) }
            endArray()
        }
        endObject()
    }

    private mutating func unsigned(_ name: StaticString, _ value: UInt64) {
        key(name)
        string(String(value))
    }

    private mutating func keyValue(_ pair: WireKeyValue, depth: Int) throws(WireError) {
        beginObject()
        key("key")
        string(pair.key)
        // A value that is not set is left out and not written as `{}`, which means the same, but which decoders made with serde refuse.
        if case .null = pair.value {
        } else {
            key("value")
            try anyValue(pair.value, depth: depth)
        }
        endObject()
    }

    private mutating func anyValue(_ value: WireValue, depth: Int = 0) throws(WireError) {
        guard depth <= WireValue.maximumDepth else { throw .tooDeep }
        beginObject()
        switch value {
        case .null: break
        case .string(let text):
            key("stringValue")
            string(text)
        case .bool(let flag):
            key("boolValue")
            boolean(flag)
        case .int(let number):
            key("intValue")
            string(String(number))
        case .double(let number):
            key("doubleValue")
            double(number)
        case .bytes(let bytes):
            key("bytesValue")
            base64(bytes)
        case .array(let encoded):
            key("arrayValue")
            beginValues()
            var list = WireList(encoded)
            while let element = try list.next() { try anyValue(element, depth: depth + 1) }
            endValues()
        case .keyValueList(let encoded):
            key("kvlistValue")
            beginValues()
            var list = WireKeyValueList(encoded)
            while let element = try list.next() { try keyValue(element, depth: depth + 1) }
            endValues()
        }
        endObject()
    }

    private mutating func beginValues() {
        beginObject()
        key("values")
        beginArray()
    }

    private mutating func endValues() {
        endArray()
        endObject()
    }
}
