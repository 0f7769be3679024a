import CatalogModel

/// What the catalog declares, by file and by name, looked up once for all files.
struct CatalogIndex {
    /// The catalog itself.
    let catalog: Catalog
    /// The access level in front of a declaration, with a space behind it; empty for `internal`.
    let access: StaticString
    /// The type of the catalog, as it is declared and used.
    let catalogType: String
    /// The type of the context, as it is declared and used.
    let contextType: String
    /// The events of each file, in the order written.
    private(set) var events: [String: [Event]] = [:]
    /// The groups of each file that declare enumerations of their own, in the order written.
    private(set) var groups: [String: [PropertyGroup]] = [:]
    /// Where each event stands in the catalog's list.
    private var positions: [String: Int] = [:]

    /// An index of the given catalog.
    init(_ catalog: Catalog) {
        self.catalog = catalog
        catalogType = SwiftNames.escaped(catalog.swift.catalogType)
        contextType = SwiftNames.escaped(catalog.swift.contextType)
        access =
            switch catalog.swift.access {
            case .internal: ""
            case .package: "package "
            case .public: "public "
            }
        for (position, event) in catalog.events.enumerated() {
            events[event.location.path, default: []].append(event)
            positions[event.name] = position
        }
        for group in catalog.groups where group.properties.contains(where: { Self.declares(group, $0) }) {
            groups[group.location.path, default: []].append(group)
        }
    }

    /// The event of the given name on the wire.
    func event(named name: String) -> Event? {
        positions[name].map { catalog.events[$0] }
    }

    /// Whether the property is an enumeration which that group, not one it includes, declares.
    static func declares(_ group: PropertyGroup, _ property: Property) -> Bool {
        guard case .enumeration = property.type else { return false }
        return property.group == nil || property.group == group.name
    }
}
