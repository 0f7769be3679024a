public import SignalVocabulary

/// What is the same for all events of one kind.
public struct EventDefinition: Sendable {
    /// The name on the wire. It has less than 128 bytes, so that one length byte is enough; OpenTelemetry allows 256 (`LogRecord.event_name`).
    public var name: String { nameText.string }
    /// The name's bytes.
    @usableFromInline let nameText: StaticText
    /// How bad it is.
    public let severity: Severity
    /// The share that is kept, 0 through 1, multiplied with the configured rate. Events of severity error and above ignore it.
    public let sampleRate: Double
    /// The catalog that defines it. A record carries this catalog's name and context, whichever catalog the telemetry was started with.
    public let catalog: any Catalog.Type

    /// A definition with the given parts.
    @inlinable
    public init<C: Catalog>(
        _ name: StaticString, severity: Severity, sampleRate: Double = 1, catalog: C.Type
    ) {
        nameText = StaticText(name)
        self.severity = severity
        self.sampleRate = sampleRate
        self.catalog = catalog
    }
}
