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
