/// The text of strings, and what in it looks personal.
extension Judge {
    /// Looks at a string's text, escapes resolved.
    @inline(__always)
    mutating func withText<Result>(
        _ value: RecordedValue, _ record: RecordedEvent, _ body: (ByteSpan) -> Result
    ) -> Result {
        guard value.hasEscapes else { return body(record.bytes(value)) }
        return withDecoded(record.bytes(value), body)
    }

    @inline(never)
    mutating func withDecoded<Result>(_ bytes: ByteSpan, _ body: (ByteSpan) -> Result) -> Result {
        JSONText.decode(bytes, into: &scratch)
        return scratch.withUnsafeBufferPointer { body($0) }
    }

    /// Looks for personal data in all strings of a record that the catalog does not know.
    @inline(never)
    mutating func scanAll(_ record: RecordedEvent) {
        for field in record.fields where field.value.kind == .string {
            scan(field.value, record, property: -1)
        }
    }

    mutating func scan(
        _ value: RecordedValue, _ record: RecordedEvent, property: Int
    ) {
        let kind = withText(value, record) { PersonalDataScan.find(in: $0) }
        guard let kind else { return }
        found(.suspectedPersonalData, at: Int(value.start), property: property, detail: kind.rawValue)
    }
}
