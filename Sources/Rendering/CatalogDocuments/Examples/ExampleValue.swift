import CatalogModel

/// A value that a property may have, to show in documentation.
enum ExampleValue: Equatable {
    case string(String)
    case integer(Int64)
    case double(Double)
    case bool(Bool)
    /// The place of a value in the property's enumeration.
    case enumeration(Int)
    case list([ExampleValue])
    /// A moment, a UUID or a URL: made by an expression in Swift, and written as this text.
    case expression(swift: String, text: String)

    /// The moment that examples happen at.
    static let moment = "2026-02-05T10:00:00.123456Z"
}
