/// The fields that every record has at its top level, as JSON lines and OTLP attributes write them. No property has one of these names.
package enum RecordField: String, Sendable, Hashable, CaseIterable {
    case timestamp
    case event
    case severity
    case recordID = "record_id"
    case catalog
    case sampleRate = "sample_rate"
    case violations
    /// The record's identifier among OTLP's attributes (OpenTelemetry semantic conventions, `log.record.uid`).
    case recordUID = "log.record.uid"

    /// Whether every record has a field of this name.
    package static func isReserved(_ name: String) -> Bool { RecordField(rawValue: name) != nil }
}
