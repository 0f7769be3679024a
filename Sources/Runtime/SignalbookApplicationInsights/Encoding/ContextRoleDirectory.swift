import Signalbook

/// The roles by the catalogs that records name.
struct ContextRoleDirectory {
    /// Those of the catalog that the telemetry was started with, which also serve records of catalogs that the process does not know.
    let started: ContextRoles
    /// How records name that catalog.
    private let startedName: [UInt8]
    /// Those of other catalogs, as far as records have come. There are as many as the program has catalogs.
    private var others: [(name: [UInt8], roles: ContextRoles)] = []

    init(_ catalog: CatalogIdentity, context: [ContextPropertyDefinition]) {
        started = ContextRoles(context)
        startedName = Array("\(catalog.name)/\(catalog.version)".utf8)
    }

    /// The roles in records that name their catalog like this.
    mutating func roles(of catalog: UnsafeBufferPointer<UInt8>) -> ContextRoles {
        if catalog.spells(startedName) { return started }
        if let known = others.first(where: { catalog.spells($0.name) }) { return known.roles }
        guard let context = CatalogDirectory.context(of: catalog) else { return started }
        let roles = ContextRoles(context)
        others.append((Array(catalog), roles))
        return roles
    }
}
