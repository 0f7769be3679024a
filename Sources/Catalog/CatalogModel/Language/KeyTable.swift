/// The rows of the keys that one kind of mapping has.
package struct KeyTable<Key: CatalogKey>: Sendable {
    /// The rows, in canonical order.
    package let definitions: [KeyDefinition]
    /// The keys as they are written, in canonical order.
    package let names: [String]
    /// The keys by how they are written.
    private let keys: [String: Key]

    /// The table of ``CatalogKey/allCases``.
    package init() {
        definitions = Key.allCases.map(\.definition)
        names = definitions.map(\.name)
        keys = Dictionary(uniqueKeysWithValues: zip(names, Key.allCases))
    }

    /// The key that is written like this. Nil if the mapping has no such key.
    package subscript(name: String) -> Key? { keys[name] }

    /// The key that people mean by another word for it. Nil if there is none.
    func meaning(of word: String) -> String? {
        let word = word.lowercased()
        return definitions.first { $0.aliases.contains(word) }?.name
    }
}
