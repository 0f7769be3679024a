import Signalbook

/// A number, as an error. In a spool that is too small, errors stay longest.
struct NumberFailed: Event {
    let number: Int

    static var definition: EventDefinition {
        EventDefinition("number_failed", severity: .error, catalog: VictimCatalog.self)
    }

    func record(into properties: inout PropertyWriter) {
        properties.integer("number", number, minimum: .min, maximum: .max)
    }
}
