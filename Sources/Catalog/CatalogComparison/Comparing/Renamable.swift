import CatalogModel

/// Something with a name that can be renamed.
protocol Renamable {
    /// The name.
    var name: String { get }
    /// The name it had before.
    var renamedFrom: String? { get }
}

extension Event: Renamable {}

extension Property: Renamable {}

extension ContextProperty: Renamable {
    var name: String { property.name }
    var renamedFrom: String? { property.renamedFrom }
}

extension Enumeration.Value: Renamable {
    var name: String { rawValue }
}
