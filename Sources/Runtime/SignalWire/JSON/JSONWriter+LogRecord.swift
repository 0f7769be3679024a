import SignalVocabulary

extension JSONWriter {
    /// Appends an encoded `LogRecord` as one line of flat JSON.
    ///
    /// `{"timestamp":…,"event":…,"severity":…,` then the attributes in their order (`log.record.uid` under the name `record_id`), then `body`,
    /// `trace_id` and `span_id` if there are any, `}` and a line feed. A record that is malformed appends nothing.
    package mutating func line(_ record: UnsafeBufferPointer<UInt8>) throws(WireError) {
        let start = buffer.count
        do throws(WireError) {
            try object(record)
            newLine()
        } catch {
            rollBack(to: start)
            throw error
        }
    }

    private mutating func object(_ record: UnsafeBufferPointer<UInt8>) throws(WireError) {
        let head = try LogRecordHead(record)
        beginObject()
        key(RecordField.timestamp.key)
        timestamp(unixNanoseconds: head.time)
        key(RecordField.event.key)
        string(head.eventName)
        key(RecordField.severity.key)
        if let severity = Severity(number: Int64(clamping: head.severityNumber)) {
            string(severity.literalName)
        } else {
            string(head.severityText)
        }

        var reader = ProtobufReader(record)
        while let field = try reader.next() {
            guard field.number == OTLPFields.LogRecord.attributes, field.type == .lengthDelimited else {
                continue
            }
            let attribute = try WireKeyValue(field.bytes)
            if isRecordID(attribute.key) { key(RecordField.recordID.key) } else { key(attribute.key) }
            try value(attribute.value)
        }
        if let body = head.body {
            key("body")
            try value(body)
        }
        if !head.traceID.isEmpty {
            key("trace_id")
            hexadecimal(head.traceID)
        }
        if !head.spanID.isEmpty {
            key("span_id")
            hexadecimal(head.spanID)
        }
        endObject()
    }

    /// A value: lists as arrays, key-value lists as objects, bytes in Base64.
    package mutating func value(_ value: WireValue, depth: Int = 0) throws(WireError) {
        guard depth <= WireValue.maximumDepth else { throw .tooDeep }
        switch value {
        case .null: null()
        case .string(let text): string(text)
        case .bool(let flag): boolean(flag)
        case .int(let number): integer(number)
        case .double(let number): double(number)
        case .bytes(let bytes): base64(bytes)
        case .array(let encoded):
            beginArray()
            var list = WireList(encoded)
            while let element = try list.next() { try self.value(element, depth: depth + 1) }
            endArray()
        case .keyValueList(let encoded):
            beginObject()
            var list = WireKeyValueList(encoded)
            while let element = try list.next() {
                key(element.key)
                try self.value(element.value, depth: depth + 1)
            }
            endObject()
        }
    }

    /// Whether a key is `log.record.uid`.
    @inline(__always)
    private func isRecordID(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
        let name = RecordField.recordUID.key
        guard key.count == name.utf8CodeUnitCount else { return false }
        // Backwards, for keys of this length hardly ever end alike.
        for index in stride(from: key.count - 1, through: 0, by: -1) where key[index] != name.utf8Start[index]
        {
            return false
        }
        return true
    }
}
