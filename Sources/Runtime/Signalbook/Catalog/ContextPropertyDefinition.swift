public import SignalVocabulary

/// One property that every event carries.
///
/// Its value comes from the surrounding ``SignalContext`` scope, otherwise from the process (``variable``). If neither has one it is
/// ``defaultValue``, or null if there is none.
public struct ContextPropertyDefinition: Sendable {
    /// The name on the wire.
    public let name: StaticString
    /// What it holds, which decides how the text of a variable or a default is read.
    public let kind: PropertyKind
    /// What it ties together.
    public let role: ContextRole?
    /// The value if nothing else gives one, as text. It is written as it is, whatever the handling.
    public let defaultValue: String?
    /// The environment variable that gives the value of the whole process.
    public let variable: String?
    /// What is done to it before it leaves the calling function; nil: nothing.
    public let handling: Handling?

    /// A definition with the given parts.
    public init(
        _ name: StaticString, _ kind: PropertyKind, role: ContextRole? = nil, defaultValue: String? = nil,
        variable: String? = nil, handling: Handling? = nil
    ) {
        self.name = name
        self.kind = kind
        self.role = role
        self.defaultValue = defaultValue
        self.variable = variable
        self.handling = handling
    }
}
