/// What the catalog's header says about the Swift generated from it (`catalog: {swift: {access: public, name: ShopCatalog}}`).
package struct SwiftSettings: Sendable, Hashable {
    /// Who sees the generated declarations.
    package enum Access: String, Sendable, CaseIterable {
        case `internal`, package, `public`
    }

    /// Who sees the generated declarations; `internal` unless the header says otherwise.
    package var access: Access

    /// The name of the catalog's type; nil unless the header gives one.
    package var name: String?

    /// Settings with the given access level and name.
    package init(access: Access = .internal, name: String? = nil) {
        self.access = access
        self.name = name
    }
}
