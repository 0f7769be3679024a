import Signalbook

/// A number.
struct NumberTracked: Event {
    let number: Int
    let isTenth: Bool

    static var definition: EventDefinition {
        EventDefinition("number_tracked", severity: .info, catalog: VictimCatalog.self)
    }

    func record(into properties: inout PropertyWriter) {
        properties.integer("number", number, minimum: .min, maximum: .max)
        properties.boolean("is_tenth", isTenth)
    }
}
