/// Thrown by ``Event/validate()``: every way in which an event breaks its catalog's constraints.
public struct InvalidEventError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The event's name on the wire.
    public let event: String
    /// What is wrong, in the order of the properties; never empty.
    public let violations: [ConstraintViolation]

    /// One line, for people.
    public var description: String {
        "event '\(event)' breaks its catalog: " + ConstraintViolation.list(violations)
    }
}
