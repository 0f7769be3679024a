import Signalbook

/// A catalog of one event.
enum VictimCatalog: Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "victim", version: "1.0.0") }
    static var context: [ContextPropertyDefinition] { [] }
}

/// A number.
struct NumberTracked: Event {
    let number: Int
    let isTenth: Bool

    static var definition: EventDefinition {
        EventDefinition("number_tracked", severity: .info, catalog: VictimCatalog.identity)
    }

    func record(into properties: inout PropertyWriter) {
        properties.integer("number", number, minimum: .min, maximum: .max)
        properties.boolean("is_tenth", isTenth)
    }
}

/// A number, as an error: in a spool that is too small these stay longest.
struct NumberFailed: Event {
    let number: Int

    static var definition: EventDefinition {
        EventDefinition("number_failed", severity: .error, catalog: VictimCatalog.identity)
    }

    func record(into properties: inout PropertyWriter) {
        properties.integer("number", number, minimum: .min, maximum: .max)
    }
}
