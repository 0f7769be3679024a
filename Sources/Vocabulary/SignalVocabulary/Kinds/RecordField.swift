/// The fields that the runtime gives records of its own accord, at the top level of a JSON line or among OTLP's attributes. No property
/// has one of these names.
///
/// ``sampleRate`` is on the records of events that are sampled, and ``violations`` on records that break their catalog. ``recordUID`` is
/// OTLP's, where a JSON line has ``recordID``. All others are on every record. The raw value is the name.
///
/// NOTE: `body`, `trace_id` and `span_id` are not among them. A JSON line may have these fields, and readers take them for the record's
/// own, so a property of such a name is hidden by them there. They are not reserved, because catalogs may use them already.
///
/// NOTE: `@usableFromInline`, because the compiler inlines no member of a plain `package` type across modules, and every event that is
/// tracked writes some of these names.
@usableFromInline
package enum RecordField: Sendable, Hashable, CaseIterable, RawRepresentable {
    /// When the event happened.
    case timestamp
    /// The event's name.
    case event
    /// The name of the event's ``Severity``.
    case severity
    /// The record's identifier in JSON lines.
    case recordID
    /// The catalog's name and version.
    case catalog
    /// The share of such events that is kept.
    case sampleRate
    /// What in the record breaks its catalog.
    case violations
    /// The record's identifier among OTLP's attributes (OpenTelemetry semantic conventions, `log.record.uid`).
    case recordUID

    /// The field of this name. Nil if there is none.
    @usableFromInline
    package init?(rawValue: String) {
        guard let field = RecordField.byName[rawValue] else { return nil }
        self = field
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

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

    /// Whether one of these fields has this name, so that no property may have it.
    package static func isReserved(_ name: String) -> Bool { RecordField(rawValue: name) != nil }
}
