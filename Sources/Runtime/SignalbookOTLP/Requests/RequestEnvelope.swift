import SignalTransport
import SignalWire
import Signalbook

/// What stands around the records of every request: the resource and the scope, encoded once.
struct RequestEnvelope: Sendable {
    /// The field `ResourceLogs.resource`, tag and length included.
    let resourceField: [UInt8]
    /// The field `ScopeLogs.scope`, tag and length included.
    let scopeField: [UInt8]
    /// A request in JSON up to its first record.
    let jsonHead: [UInt8]
    /// What ends a request in JSON behind its last record.
    static let jsonTail: StaticString = "]}]}]}"

    /// The instrumentation scope's name.
    private static let scopeName = "signalbook"

    /// The envelope for a resource.
    init(resource: [(key: String, value: SignalValue)]) {
        resourceField = Self.encoded { wire in
            let resourceMessage = wire.beginMessage(ExportFields.resource)
            for attribute in resource {
                let pair = wire.beginMessage(ExportFields.attributes)
                wire.stringField(OTLPFields.KeyValue.key, attribute.key)
                let value = wire.beginMessage(OTLPFields.KeyValue.value)
                if let number = attribute.value.integerValue {
                    wire.varintField(OTLPFields.AnyValue.int, UInt64(bitPattern: number))
                } else {
                    wire.stringField(OTLPFields.AnyValue.string, attribute.value.stringValue ?? "")
                }
                wire.endMessage(value)
                wire.endMessage(pair)
            }
            wire.endMessage(resourceMessage)
        }
        scopeField = Self.encoded { wire in
            let scope = wire.beginMessage(ExportFields.scope)
            wire.stringField(ExportFields.scopeName, Self.scopeName)
            wire.stringField(ExportFields.scopeVersion, SignalbookVersion.current)
            wire.endMessage(scope)
        }
        var json = JSONWriter()
        json.beginObject()
        json.key("resourceLogs")
        json.beginArray()
        json.beginObject()
        json.key("resource")
        json.beginObject()
        json.key("attributes")
        json.beginArray()
        for attribute in resource {
            json.beginObject()
            json.key("key")
            json.string(attribute.key)
            json.key("value")
            json.beginObject()
            if let number = attribute.value.integerValue {
                json.key("intValue")
                json.string(String(number))
            } else {
                json.key("stringValue")
                json.string(attribute.value.stringValue ?? "")
            }
            json.endObject()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.key("scopeLogs")
        json.beginArray()
        json.beginObject()
        json.key("scope")
        json.beginObject()
        json.key("name")
        json.string(Self.scopeName)
        json.key("version")
        json.string(SignalbookVersion.current)
        json.endObject()
        json.key("logRecords")
        json.beginArray()
        jsonHead = json.buffer.withBytes { Array($0) }
    }

    private static func encoded(_ body: (inout ProtobufWriter) -> Void) -> [UInt8] {
        // More than the limits of the resource allow, so that nothing is cut off.
        let limits = OTLPConfiguration.ResourceLimits.self
        let capacity = 1024 + limits.attributes * (limits.keyBytes + limits.valueBytes + 64)
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            var wire = ProtobufWriter(start: start, capacity: capacity)
            body(&wire)
            count = wire.hasOverflowed ? 0 : wire.count
        }
    }
}
