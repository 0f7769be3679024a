@testable import Signalbook

/// The catalog of a library that an app with ``SampleCatalog`` uses. It declares two context properties as that does, and one of the same
/// name otherwise.
enum LibraryCatalog: Signalbook.Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "library", version: "0.3.0") }
    static var context: [ContextPropertyDefinition] {
        [
            ContextPropertyDefinition("job", .string, defaultValue: "none", variable: "LIBRARY_JOB"),
            ContextPropertyDefinition("request_id", .string, role: .operation),
            ContextPropertyDefinition("session_id", .string, handling: .mask),
            ContextPropertyDefinition("user_id", .string, defaultValue: "nobody", handling: .hash),
        ]
    }
}

struct LibraryContext: ContextProperties {
    var job: String?
    var requestID: String?
    var userID: String?

    static var catalog: any Signalbook.Catalog.Type { LibraryCatalog.self }
    func record(into properties: inout PropertyWriter) {
        properties.string("job", job)
        properties.string("request_id", requestID)
        properties.string("user_id", userID, handling: .hash)
    }
}

/// Something that the library does.
struct LibraryWorked: Event {
    static var definition: EventDefinition {
        EventDefinition("library_worked", severity: .info, catalog: LibraryCatalog.self)
    }
    func record(into properties: inout PropertyWriter) { properties.integer("steps", 3) }
}

/// Half of these are kept.
struct LibraryHalved: Event {
    static var definition: EventDefinition {
        EventDefinition("library_halved", severity: .info, sampleRate: 0.5, catalog: LibraryCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {}
}
