/// What the catalog's header says about the Swift generated from it (`catalog: {swift: {access: public}}`).
package struct SwiftSettings: Sendable, Hashable {
    /// Who sees the generated declarations.
    package enum Access: String, Sendable, CaseIterable {
        case `internal`, package, `public`
    }

    /// Who sees the generated declarations; `internal` unless the header says otherwise.
    package var access: Access

    /// Settings with the given access level.
    package init(access: Access = .internal) { self.access = access }
}
