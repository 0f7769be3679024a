import SignalVocabulary

// What the vocabulary's enumerations are called in Swift, as generated code writes them after a dot. A case's description is its name, as
// long as its type does not describe itself otherwise; generated code is compiled by tests.

extension Severity {
    /// The name of the case, such as `warning`.
    var swiftName: String { String(describing: self) }
}

extension Handling {
    /// The name of the case, such as `redact`.
    var swiftName: String { String(describing: self) }
}

extension DurationUnit {
    /// The name of the case, such as `milliseconds`.
    var swiftName: String { String(describing: self) }
}

extension ByteUnit {
    /// The name of the case, such as `kibibytes`.
    var swiftName: String { String(describing: self) }
}

extension PropertyKind {
    /// The name of the case, such as `integer`; its description is the catalog's word, `int`.
    var swiftName: String {
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
