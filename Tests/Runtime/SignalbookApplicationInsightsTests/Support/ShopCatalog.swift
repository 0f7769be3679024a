import Signalbook

/// A catalog as the generator would write it, with one event of each kind.
enum ShopCatalog: Signalbook.Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "shop", version: "1.2.0") }
    static var context: [ContextPropertyDefinition] {
        [
            ContextPropertyDefinition("user_id", .string, role: .user, handling: .hash),
            ContextPropertyDefinition("session_id", .string, role: .session),
            ContextPropertyDefinition("request_id", .string, role: .operation),
            ContextPropertyDefinition("environment", .string, defaultValue: "test"),
        ]
    }
}

struct ShopContext: ContextProperties {
    static var catalog: any Signalbook.Catalog.Type { ShopCatalog.self }
    var userID: String?
    var sessionID: String?
    var requestID: String?

    func record(into properties: inout PropertyWriter) {
        properties.string("user_id", userID, handling: .hash)
        properties.string("session_id", sessionID)
        properties.string("request_id", requestID)
    }
}

struct OrderPlaced: Event {
    var number: Int
    var note = "a note"
    static var definition: EventDefinition {
        EventDefinition("order_placed", severity: .info, catalog: ShopCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {
        properties.integer("number", number)
        properties.double("weight", 2.5)
        properties.boolean("is_gift", true)
        properties.string("note", note, maxLength: 100_000)
        properties.strings("tags", ["a", "b"])
    }
}

/// The catalog of a library that the shop uses. Its roles are those of other properties.
enum StorageCatalog: Signalbook.Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "storage", version: "0.1.0") }
    static var context: [ContextPropertyDefinition] {
        [
            ContextPropertyDefinition("job_id", .string, role: .operation, defaultValue: "j-1"),
            ContextPropertyDefinition("request_id", .string, defaultValue: "none"),
        ]
    }
}

struct RowWritten: Event {
    static var definition: EventDefinition {
        EventDefinition("row_written", severity: .info, catalog: StorageCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {}
}

struct RequestCompleted: Event {
    var status: Int? = 200
    static var definition: EventDefinition {
        EventDefinition("request_completed", severity: .info, catalog: ShopCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {
        properties.string("endpoint", "/orders/{id}")
        properties.enumeration("method", "GET")
        properties.integer("status_code", status)
        properties.duration("duration_ms", .milliseconds(1234.5), unit: .milliseconds)
    }
}

struct PaymentError: Event {
    static var definition: EventDefinition {
        EventDefinition("payment_error", severity: .error, catalog: ShopCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {
        properties.string("error_type", "CardDeclined")
        properties.text("error_message", "the card was declined")
    }
}
