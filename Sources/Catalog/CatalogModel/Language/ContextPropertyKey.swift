/// The keys of a context property: those of a property that mean something there, and its own.
package enum ContextPropertyKey: CatalogKey {
    case property(PropertyKey)
    case role, variable, defaultValue

    package static var mapping: CatalogMapping { .contextProperty }
    package static let table = KeyTable<ContextPropertyKey>()
    package static let allCases: [ContextPropertyKey] =
        // An unset one is written as null, so none is required.
        PropertyKey.allCases.filter { $0 != .required }.flatMap { key -> [ContextPropertyKey] in
            // Where its value comes from is said after what it is, and before how it is treated.
            key == .example ? [.property(key), .role, .variable, .defaultValue] : [.property(key)]
        }

    package var definition: KeyDefinition {
        switch self {
        case .property(let key): key.definition
        case .role:
            KeyDefinition(
                "role", .choice(ContextProperty.Role.allCases.map(\.rawValue), default: nil),
                "What it ties together: `operation` one request and all that it causes, `session` one session, `user` one user.",
                example: "type: string, role: session")
        case .variable:
            KeyDefinition(
                "variable", .variable, "The environment variable that gives the process-wide value.",
                example: "type: string, variable: APP_REGION")
        case .defaultValue:
            KeyDefinition(
                "default", .scalar,
                "The value if no scope and no variable gives one; null if this is left out.",
                example: "type: int, default: 1",
                elsewhere: "a property that may be absent has \"required: false\"")
        }
    }
}
