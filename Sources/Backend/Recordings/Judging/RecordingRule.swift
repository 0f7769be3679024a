/// What recordings are judged by. The raw values are an API: they are printed and tools name them.
package enum RecordingRule: String, Sendable, CaseIterable {
    case invalidJSON = "invalid-json"
    case notARecord = "not-a-record"
    case lineTooLong = "line-too-long"
    case duplicateKey = "duplicate-key"
    case invalidHeader = "invalid-header"
    case unknownEvent = "unknown-event"
    case removedEvent = "removed-event"
    case deprecatedEvent = "deprecated-event"
    case expiredEvent = "expired-event"
    case unknownProperty = "unknown-property"
    case removedProperty = "removed-property"
    case deprecatedProperty = "deprecated-property"
    case missingProperty = "missing-property"
    case nullProperty = "null-property"
    case wrongType = "wrong-property-type"
    case outOfRange = "out-of-range"
    case tooLong = "too-long"
    case tooManyItems = "too-many-items"
    case patternMismatch = "pattern-mismatch"
    case unknownValue = "unknown-enum-value"
    case invalidFormat = "invalid-format"
    case rawPersonalData = "raw-personal-data"
    case suspectedPersonalData = "suspected-personal-data"
    case markedViolation = "marked-violation"
    case emptyRecording = "empty-recording"
    case lowCoverage = "low-coverage"

    /// What the rule asks for, in one sentence.
    package var summary: String {
        switch self {
        case .invalidJSON: "Every line is one JSON text."
        case .notARecord: "Every line is a record, or an OTLP logs request."
        case .lineTooLong: "A line has at most 16 MiB."
        case .duplicateKey: "A record has no key twice."
        case .invalidHeader:
            "A record says when it happened, how bad it is, and which catalog it was made with."
        case .unknownEvent: "Every recorded event is in the catalog."
        case .removedEvent: "An event that the catalog has removed is not recorded any more."
        case .deprecatedEvent: "A deprecated event is not recorded any more."
        case .expiredEvent: "An event is not recorded after the day on which it expires."
        case .unknownProperty: "Every property of a record is one of its event's, or of the context."
        case .removedProperty: "A property that an event has given up is not recorded any more."
        case .deprecatedProperty: "A deprecated property is not recorded any more."
        case .missingProperty: "A record has all properties that its event requires, and the context."
        case .nullProperty:
            "A value is null in the context only, and only where the catalog gives no default."
        case .wrongType: "A value has the type that the catalog gives it."
        case .outOfRange: "A number is within its minimum and maximum, and finite."
        case .tooLong: "A string is no longer than the catalog allows."
        case .tooManyItems: "A list has no more elements than the catalog allows."
        case .patternMismatch: "A string matches its pattern."
        case .unknownValue: "A value of a closed enumeration is one of those listed."
        case .invalidFormat: "A timestamp, UUID, URL or IP address is written as one."
        case .rawPersonalData: "A value for which the catalog has a handling looks handled."
        case .suspectedPersonalData:
            "No string holds what looks like an e-mail or IP address, a card number or a token."
        case .markedViolation: "The sender found nothing wrong with the event."
        case .emptyRecording: "A recording has at least one event."
        case .lowCoverage: "The recording shows as much of the catalog as was asked for."
        }
    }

    /// Whether what it finds may be as it is wanted, so that it alone fails nothing.
    package var isWarning: Bool {
        switch self {
        case .deprecatedEvent, .deprecatedProperty, .suspectedPersonalData, .markedViolation: true
        default: false
        }
    }
}
