import SignalVocabulary
import SignalWire

/// Writes records as the envelopes of Application Insights, one JSON object a line (`application/x-json-stream`).
///
/// A request event gives `RequestData`, any other event of severity `error` or `fatal` gives `ExceptionData`, all others `EventData`,
/// so that they land in `requests`, `exceptions` and `customEvents`. Numbers are measurements, everything else is a property; a
/// value that is null is left out, as is a key that is too long. What is too long otherwise is cut.
struct EnvelopeWriter: ~Copyable {
    /// The lines written so far.
    var json = JSONWriter(capacity: 1 << 16)
    /// For values that are JSON in a string: lists and maps.
    private var nested = JSONWriter(capacity: 256)
    let settings: EnvelopeSettings
    private var directory: ContextRoleDirectory

    init(settings: EnvelopeSettings, directory: ContextRoleDirectory) {
        self.settings = settings
        self.directory = directory
    }

    /// What a record is sent as.
    private enum Kind {
        case event, request, exception

        var name: StaticString {
            switch self {
            case .event: "Microsoft.ApplicationInsights.Event"
            case .request: "Microsoft.ApplicationInsights.Request"
            case .exception: "Microsoft.ApplicationInsights.Exception"
            }
        }

        var baseType: StaticString {
            switch self {
            case .event: "EventData"
            case .request: "RequestData"
            case .exception: "ExceptionData"
            }
        }
    }

    /// Appends one line; a record that is malformed appends nothing.
    mutating func append(_ record: UnsafeBufferPointer<UInt8>) throws(WireError) {
        let start = json.buffer.count
        do throws(WireError) {
            let head = try LogRecordHead(record)
            let facts = try RecordFacts(record, settings, &directory)
            try envelope(record, head, facts)
            json.newLine()
        } catch {
            json.rollBack(to: start)
            throw error
        }
    }

    private func kind(of head: LogRecordHead, _ facts: RecordFacts) -> Kind {
        let isError = head.severityNumber >= Severity.error.number
        if facts.duration != nil,
            settings.requestEvents.contains(String(decoding: head.eventName, as: UTF8.self))
        {
            return .request
        }
        return isError ? .exception : .event
    }

    private mutating func envelope(
        _ record: UnsafeBufferPointer<UInt8>, _ head: LogRecordHead, _ facts: RecordFacts
    ) throws(WireError) {
        let kind = kind(of: head, facts)
        json.beginObject()
        json.key("name")
        json.string(kind.name)
        json.key("time")
        json.timestamp(unixNanoseconds: head.time)
        json.key("iKey")
        json.string(settings.instrumentationKey)
        if let rate = facts.sampleRate {
            // A percentage: the item stands for 100 / sampleRate items.
            json.key("sampleRate")
            json.double(rate * 100)
        }
        try tags(head, facts, kind)
        json.key("data")
        json.beginObject()
        json.key("baseType")
        json.string(kind.baseType)
        json.key("baseData")
        json.beginObject()
        json.key("ver")
        json.integer(2)
        switch kind {
        case .event:
            json.key("name")
            json.string(head.eventName.prefix(utf16Units: TelemetryLimits.eventName))
        case .request: try request(head, facts)
        case .exception: try exception(head, facts)
        }
        try properties(record, head, kind)
        try measurements(record)
        json.endObject()
        json.endObject()
        json.endObject()
    }

    // MARK: Tags

    private mutating func tags(_ head: LogRecordHead, _ facts: RecordFacts, _ kind: Kind) throws(WireError) {
        json.key("tags")
        json.beginObject()
        for tag in settings.tags {
            tagKey(tag.name)
            json.string(tag.value)
        }
        if !head.traceID.isEmpty {
            json.key("ai.operation.id")
            json.hexadecimal(head.traceID)
        } else if let operation = facts.operation {
            json.key("ai.operation.id")
            try text(operation, limit: TelemetryLimits.operationID)
        }
        if !head.spanID.isEmpty, kind != .request {
            json.key("ai.operation.parentId")
            json.hexadecimal(head.spanID)
        }
        if let session = facts.session {
            json.key("ai.session.id")
            try text(session, limit: TelemetryLimits.sessionID)
        }
        if let user = facts.user {
            json.key("ai.user.id")
            try text(user, limit: TelemetryLimits.operationID)
        }
        json.endObject()
    }

    private mutating func tagKey(_ name: String) {
        var name = name
        name.withUTF8 { json.key($0) }
    }

    // MARK: Kinds

    private mutating func request(_ head: LogRecordHead, _ facts: RecordFacts) throws(WireError) {
        json.key("id")
        if !head.spanID.isEmpty {
            json.hexadecimal(head.spanID)
        } else {
            try text(facts.recordID ?? .null, limit: TelemetryLimits.requestID)
        }
        json.key("duration")
        json.string(DurationText.of(milliseconds: facts.duration ?? 0))
        json.key("responseCode")
        if let status = facts.status {
            try text(status, limit: TelemetryLimits.requestText)
        } else {
            // Required, and the portal's word for a request that got no answer.
            json.string("0")
        }
        json.key("success")
        json.boolean(facts.status?.number.map { $0 < 400 } ?? (head.severityNumber < 17))
        json.key("name")
        try requestName(head, facts)
    }

    /// `GET /sessions/{id}`, or as much of it as is there; at least the event's name.
    private mutating func requestName(_ head: LogRecordHead, _ facts: RecordFacts) throws(WireError) {
        guard case .string(let route)? = facts.route else {
            return json.string(head.eventName.prefix(utf16Units: TelemetryLimits.requestText))
        }
        var name: [UInt8] = []
        if case .string(let method)? = facts.method { name = Array(method) + [0x20] }
        name += route
        name.withUnsafeBufferPointer { json.string($0.prefix(utf16Units: TelemetryLimits.requestText)) }
    }

    private mutating func exception(_ head: LogRecordHead, _ facts: RecordFacts) throws(WireError) {
        json.key("exceptions")
        json.beginArray()
        json.beginObject()
        json.key("typeName")
        // Both are required, and the server counts an empty text as none.
        let name = WireValue.string(head.eventName)
        try text(facts.exceptionType?.unlessEmpty ?? name, limit: TelemetryLimits.exceptionType)
        json.key("message")
        try text(facts.exceptionMessage?.unlessEmpty ?? name, limit: TelemetryLimits.exceptionText)
        json.key("hasFullStack")
        json.boolean(facts.exceptionStack != nil)
        if let stack = facts.exceptionStack {
            json.key("stack")
            try text(stack, limit: TelemetryLimits.exceptionText)
        }
        json.endObject()
        json.endArray()
        json.key("severityLevel")
        // Verbose 0, Information 1, Warning 2, Error 3, Critical 4.
        json.integer(head.severityNumber >= 21 ? 4 : 3)
    }

    // MARK: Properties

    /// All that are no numbers; those of a request or an exception also have the event's name, as `event`, which no property of a
    /// catalog may be called.
    private mutating func properties(
        _ record: UnsafeBufferPointer<UInt8>, _ head: LogRecordHead, _ kind: Kind
    ) throws(WireError) {
        json.key("properties")
        json.beginObject()
        if kind != .event {
            json.key(RecordField.event.key)
            json.string(head.eventName.prefix(utf16Units: TelemetryLimits.propertyValue))
        }
        var reader = LogRecordReader(record)
        while let field = try reader.next() {
            guard case .attribute(let attribute) = field, !attribute.value.isMeasurement,
                let key = key(of: attribute)
            else { continue }
            json.key(key)
            try text(attribute.value, limit: TelemetryLimits.propertyValue)
        }
        json.endObject()
    }

    private mutating func measurements(_ record: UnsafeBufferPointer<UInt8>) throws(WireError) {
        var hasAny = false
        var reader = LogRecordReader(record)
        while let field = try reader.next() {
            guard case .attribute(let attribute) = field, attribute.value.isMeasurement,
                !attribute.key.spells(RecordKeys.sampleRate), let key = key(of: attribute)
            else { continue }
            if !hasAny {
                json.key("measurements")
                json.beginObject()
                hasAny = true
            }
            json.key(key)
            json.double(attribute.value.number ?? 0)
        }
        if hasAny { json.endObject() }
    }

    /// The key under which an attribute is sent; nil where it is not: no value, or a key that is too long.
    private func key(of attribute: WireKeyValue) -> UnsafeBufferPointer<UInt8>? {
        if case .null = attribute.value { return nil }
        if attribute.key.spells(RecordKeys.identifier) { return Self.recordID }
        guard attribute.key.prefix(utf16Units: TelemetryLimits.key).count == attribute.key.count else {
            return nil
        }
        return attribute.key
    }

    /// The name of the record's identifier, as in the JSON lines. Points at a literal, which is never freed.
    private static var recordID: UnsafeBufferPointer<UInt8> {
        let name = RecordField.recordID.key
        return UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    }

    /// A value as a string within a limit.
    private mutating func text(_ value: WireValue, limit: Int) throws(WireError) {
        switch value {
        case .string(let text): json.string(text.prefix(utf16Units: limit))
        case .null: json.string("")
        case .bool(let flag): json.string(flag ? "true" : "false")
        case .int, .double, .array, .keyValueList, .bytes:
            nested.reset()
            try nested.value(value)
            nested.buffer.withBytes { bytes in
                json.string(bytes.assumingMemoryBound(to: UInt8.self).prefix(utf16Units: limit))
            }
        }
    }
}

extension WireValue {
    /// Itself, or nil where it is an empty text.
    var unlessEmpty: WireValue? {
        if case .string(let text) = self, text.isEmpty { return nil }
        return self
    }

    /// Whether it is sent as a measurement: a number that JSON has.
    var isMeasurement: Bool { number?.isFinite ?? false }
}
