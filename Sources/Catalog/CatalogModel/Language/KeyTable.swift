/// The rows of the keys that one kind of mapping has.
package struct KeyTable<Key: CatalogKey>: Sendable {
    /// The rows, by name.
    package let rows: KeyRows
    private let keys: [Key]

    /// The table of ``CatalogKey/allCases``.
    package init() {
        keys = Key.allCases
        rows = KeyRows(keys.map(\.definition))
    }

    /// The rows, in canonical order.
    package var definitions: [KeyDefinition] { rows.definitions }

    /// The keys as they are written, in canonical order.
    package var names: [String] { rows.names }

    /// The key that is written like this. Nil if the mapping has no such key.
    package subscript(name: String) -> Key? { rows.number(of: name).map { keys[$0] } }

    /// The key that people mean by another word for it. Nil if there is none.
    func meaning(of word: String) -> String? {
        let word = word.lowercased()
        return definitions.first { $0.aliases.contains(word) }?.name
    }
}
