/// Thrown by ``Event/validate()``: every way in which an event breaks its catalog's constraints.
public struct InvalidEventError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The event's name on the wire.
    public let event: String
    /// What is wrong, in the order of the properties; never empty.
    public let violations: [ConstraintViolation]

    /// One line, for people.
    public var description: String {
        "event '\(event)' breaks its catalog: " + violations.map(\.description).joined(separator: "; ")
    }
}

/// One property whose value breaks one constraint. It never holds the value, which may be private.
public struct ConstraintViolation: Sendable, Hashable, CustomStringConvertible {
    /// The property's name on the wire.
    public let property: String
    /// The constraint's name in the catalog, such as `maximum`; `finite` and `format` for values their type rules out.
    public let constraint: String

    /// Such as `status_code: maximum`.
    public var description: String { "\(property): \(constraint)" }
}
