/// What a property holds, without its details. The raw value is the name of the type in the catalog.
///
/// Later versions may add kinds: do not switch over all of them outside of this package.
public enum PropertyKind: String, Sendable, Hashable, CaseIterable {
    /// An identifier or a bounded word; not scrubbed.
    case string
    /// Free text; scrubbed and cut before it leaves the caller.
    case text
    /// A 64-bit integer.
    case integer = "int"
    /// A double.
    case double
    /// True or false.
    case boolean = "bool"
    /// One of a list of values.
    case enumeration = "enum"
    /// A moment, as RFC 3339 text.
    case timestamp
    /// A length of time, as a number of its unit.
    case duration
    /// A number of bytes, as a number of its unit.
    case bytes
    /// A UUID.
    case uuid
    /// A URL; user information, query and fragment never leave the caller.
    case url
    /// An IPv4 or IPv6 address.
    case ip
    /// A list of scalars.
    case list
}

extension PropertyKind: CustomStringConvertible {
    /// The name of the type in the catalog, such as `int`.
    public var description: String { rawValue }
}

extension PropertyKind {
    /// The name of the case in Swift, such as `integer`, by which generated code names the runtime's methods.
    package var swiftName: StaticString {
        switch self {
        case .string: "string"
        case .text: "text"
        case .integer: "integer"
        case .double: "double"
        case .boolean: "boolean"
        case .enumeration: "enumeration"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .bytes: "bytes"
        case .uuid: "uuid"
        case .url: "url"
        case .ip: "ip"
        case .list: "list"
        }
    }
}
