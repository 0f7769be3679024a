/// The fields that every record has at its top level, as JSON lines and OTLP attributes write them. No property has one of these names.
///
/// The raw value is the name.
///
/// NOTE: `@usableFromInline`, because the compiler inlines no member of a plain `package` type across modules, and every event that is
/// tracked writes some of these names.
@usableFromInline
package enum RecordField: Sendable, Hashable, CaseIterable, RawRepresentable {
    case timestamp
    case event
    case severity
    case recordID
    case catalog
    case sampleRate
    case violations
    /// The record's identifier among OTLP's attributes (OpenTelemetry semantic conventions, `log.record.uid`).
    case recordUID

    /// The field of this name. Nil if there is none.
    @usableFromInline
    package init?(rawValue: String) {
        guard let field = RecordField.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = field
    }

    /// The name, such as `record_id`.
    @usableFromInline
    package var rawValue: String { key.description }

    /// The name as a literal, for writers that copy its bytes.
    @inlinable
    package var key: StaticString {
        switch self {
        case .timestamp: "timestamp"
        case .event: "event"
        case .severity: "severity"
        case .recordID: "record_id"
        case .catalog: "catalog"
        case .sampleRate: "sample_rate"
        case .violations: "violations"
        case .recordUID: "log.record.uid"
        }
    }

    /// Whether every record has a field of this name.
    package static func isReserved(_ name: String) -> Bool { RecordField(rawValue: name) != nil }
}
