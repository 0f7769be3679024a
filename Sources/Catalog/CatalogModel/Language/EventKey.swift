import SignalVocabulary

/// The keys of an event: those of declarations, and its own.
package enum EventKey: CatalogKey {
    case shared(DeclarationKey)
    case severity, sampleRate, retention

    package static var mapping: CatalogMapping { .event }
    package static let table = KeyTable<EventKey>()
    package static let allCases: [EventKey] = [
        .shared(.description), .severity, .sampleRate, .retention, .shared(.owner), .shared(.stability),
        .shared(.since), .shared(.expires), .shared(.deprecated), .shared(.renamedFrom), .shared(.swiftName),
        .shared(.links), .shared(.tags), .shared(.suppress), .shared(.include), .shared(.properties),
        .shared(.removed),
    ]

    package var definition: KeyDefinition {
        switch self {
        case .shared(let key): key.definition(of: .event)
        case .severity:
            KeyDefinition(
                "severity", .choice(Severity.acceptedNames, default: Severity.info.name),
                "How bad it is. From `error` on, the sample rate of errors applies.",
                example: "severity: error", aliases: ["level", "priority"])
        case .sampleRate:
            KeyDefinition(
                "sample_rate", .share, "The share of these events that is kept; 0.25 keeps a quarter.",
                example: "sample_rate: 0.25", aliases: ["sampling", "samplerate"])
        case .retention:
            KeyDefinition(
                "retention", .days,
                "The days for which it is kept; what `retention` says for all events if it is left out.",
                example: "retention: 30d")
        }
    }
}
