/// The keys of one kind of mapping, in canonical order.
///
/// Each key is one case, and its row is in ``definition``. What reads or writes the mapping switches over the cases, so that the compiler
/// names every place that a new key concerns.
package protocol CatalogKey: Hashable, Sendable {
    /// The mapping that has these keys.
    static var mapping: CatalogMapping { get }
    /// All keys, in canonical order.
    static var allCases: [Self] { get }
    /// The rows of all keys, made once.
    static var table: KeyTable<Self> { get }
    /// The row of the key.
    var definition: KeyDefinition { get }
}

extension CatalogKey {
    /// The key as it is written.
    package var name: String { definition.name }
}
