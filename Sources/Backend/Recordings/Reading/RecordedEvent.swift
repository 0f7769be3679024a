package import SignalVocabulary

/// One record of a line. All of it points into the line and is valid until the next record is read.
package struct RecordedEvent {
    /// The line's first byte.
    package var line: UnsafePointer<UInt8>
    /// The line's nodes.
    package var nodes: UnsafeMutablePointer<JSONNode>
    /// The attributes that are not among the following, in the order in which they stand.
    package var fields: UnsafeBufferPointer<RecordedField>
    /// The index of the record's own node.
    package var record: Int
    /// Where the record begins in the line.
    @inline(__always)
    package var start: Int { Int(nodes[record].start) }
    /// The event's name.
    package var name = RecordedValue.absent
    /// When it happened: RFC 3339 text, or nanoseconds since 1970 in OTLP.
    package var time = RecordedValue.absent
    /// How bad it is: a word, or the number of OTLP's `severityNumber`.
    package var severity = RecordedValue.absent
    /// The catalog and its version, `name/1.0.0`.
    package var catalog = RecordedValue.absent
    /// What tells duplicates.
    package var recordID = RecordedValue.absent
    /// The share of such events that was kept; absent: all.
    package var sampleRate = RecordedValue.absent
    /// What the sender itself found wrong.
    package var violations = RecordedValue.absent
    /// Where the first key stands that was there before, and how many bytes it has; nil: there is none.
    package var duplicate: (start: Int, length: Int)?

    /// The bytes of a value as they stand in the line.
    @inline(__always)
    package func bytes(_ value: RecordedValue) -> ByteSpan {
        ByteSpan(start: line + Int(value.start), count: Int(value.length))
    }

    /// The bytes of a field's key as they stand in the line.
    @inline(__always)
    package func key(_ field: RecordedField) -> ByteSpan {
        ByteSpan(start: line + Int(field.keyStart), count: Int(field.keyLength))
    }

    /// The text of a string, nil if it is none.
    package func text(_ value: RecordedValue) -> String? {
        guard value.kind == .string else { return nil }
        return JSONText.string(bytes(value), hasEscapes: value.hasEscapes)
    }

    /// The text of a field's key.
    package func keyText(_ field: RecordedField) -> String {
        JSONText.string(key(field), hasEscapes: field.keyHasEscapes)
    }

    /// When it happened, in nanoseconds since 1970; nil if that cannot be told.
    package var unixNanoseconds: Int64? {
        switch time.kind {
        case .string where !time.hasEscapes: Timestamp.unixNanoseconds(bytes(time))
        case .integer: JSONText.integer(bytes(time)).flatMap { $0 > 0 ? $0 : nil }
        default: nil
        }
    }

    /// How bad it is, as one of OpenTelemetry's six names; nil if that cannot be told.
    package var severityLevel: Severity? {
        switch severity.kind {
        case .string: Severity(recorded: bytes(severity))
        case .integer: JSONText.integer(bytes(severity)).flatMap(Severity.init(number:))
        default: nil
        }
    }

    /// The record as it stands in the line: a JSON object.
    package var json: String {
        let node = nodes[record]
        return String(
            decoding: ByteSpan(start: line + Int(node.start), count: Int(node.length)), as: UTF8.self)
    }
}
