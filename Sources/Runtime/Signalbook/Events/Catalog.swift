public import SignalVocabulary

/// What a catalog tells the runtime about itself; generated as `SignalCatalog`.
public protocol Catalog: Sendable {
    /// The catalog's name and version.
    static var identity: CatalogIdentity { get }
    /// The properties every event carries, in the order they are written.
    static var context: [ContextPropertyDefinition] { get }
}

/// A catalog's name and version, which every record carries as `name/version`.
public struct CatalogIdentity: Sendable {
    /// The catalog's name, such as `amplifier-app-api`.
    public var name: String { nameText.string }
    /// The catalog's version, such as `1.0.0`.
    public var version: String { versionText.string }

    @usableFromInline let nameText: StaticText
    @usableFromInline let versionText: StaticText

    /// An identity with the given parts.
    @inlinable
    public init(name: StaticString, version: StaticString) {
        nameText = StaticText(name)
        versionText = StaticText(version)
    }
}

/// One property that every event carries: its value comes from the surrounding ``SignalContext`` scope, else from the
/// process (``variable``), else ``defaultValue``, else it is written as null.
public struct ContextPropertyDefinition: Sendable {
    /// The name on the wire.
    public let name: StaticString
    /// What it holds; says how the text of a variable or a default is read.
    public let kind: PropertyKind
    /// What it ties together.
    public let role: ContextRole?
    /// The value where nothing gives one, as text; written as it is, whatever the handling.
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

/// What a context property ties together.
public struct ContextRole: Sendable, Hashable {
    private let code: UInt8

    /// One request and all that it causes: sampling keeps or drops these together.
    public static var operation: ContextRole { ContextRole(code: 1) }
    /// One session.
    public static var session: ContextRole { ContextRole(code: 2) }
    /// One user.
    public static var user: ContextRole { ContextRole(code: 3) }
}
