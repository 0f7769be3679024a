/// One kind of event of a catalog, with its properties.
///
/// The `GenerateSignals` plugin writes the conforming types. Write one by hand only in tests of your own tooling: what the
/// catalog does not know, it cannot document, check or protect.
public protocol Event: Sendable {
    /// The event's name, severity, sampling and catalog. Cheap: it is read on every track.
    static var definition: EventDefinition { get }

    /// Hands every property to the writer, in the catalog's order, each with its constraints and its handling.
    ///
    /// Called on the thread that tracks, while a lane of the buffer is locked: no calls other than the writer's belong here. It has to
    /// return: until it does, ``Telemetry/statistics``, the exporters and ``Telemetry/shutdown(deadline:)`` wait for that lane, which no
    /// deadline ends; others go on tracking through the other lanes.
    ///
    /// NOTE: encoding elsewhere first and locking for the copy alone would cost every event that copy, for a fault that no generated event has.
    func record(into properties: inout PropertyWriter)
}

extension Event {
    /// The event's name on the wire, such as `session_created`.
    public static var name: String { definition.name }

    /// Checks every property against the catalog's constraints.
    ///
    /// Tracking does this by itself, and rejects or marks what does not fit; call it in a test that is to throw.
    ///
    /// - Throws: ``InvalidEventError`` with every violation.
    public func validate() throws(InvalidEventError) {
        let violations = PropertyWriter.violations(of: self)
        guard violations.isEmpty else { throw InvalidEventError(event: Self.name, violations: violations) }
    }
}
