/// One property whose value breaks one constraint. It never holds the value, which may be private.
public struct ConstraintViolation: Sendable, Hashable, CustomStringConvertible {
    /// The property's name on the wire.
    public let property: String
    /// The constraint's name in the catalog, such as `maximum`; `finite` and `format` for values their type rules out.
    public let constraint: String

    /// Such as `status_code: maximum`.
    public var description: String { "\(property): \(constraint)" }

    /// Several of them in one line.
    static func list(_ violations: [ConstraintViolation]) -> String {
        violations.map(\.description).joined(separator: "; ")
    }
}
