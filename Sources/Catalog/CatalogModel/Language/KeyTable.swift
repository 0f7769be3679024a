/// The rows of the keys that one kind of mapping has.
package struct KeyTable<Key: CatalogKey>: Sendable {
    /// The rows, in canonical order.
    package let definitions: [KeyDefinition]
    /// The keys as they are written, in canonical order.
    package let names: [String]
    private let keys: [Key]
    /// The numbers of the keys, each at the slot of its name or at the first free one after it; -1: free.
    ///
    /// NOTE: Not a dictionary. Keys are looked up for every line of a catalog, and length, first and last letter tell most apart.
    private let slots: [Int8]

    /// The table of ``CatalogKey/allCases``.
    package init() {
        keys = Key.allCases
        definitions = keys.map(\.definition)
        names = definitions.map(\.name)
        var slots = [Int8](repeating: -1, count: 128)
        for (number, name) in names.enumerated() {
            var slot = Self.slot(of: name)
            while slots[slot] >= 0 { slot = (slot + 1) & 127 }
            slots[slot] = Int8(number)
        }
        self.slots = slots
    }

    private static func slot(of name: String) -> Int {
        let bytes = name.utf8
        guard let first = bytes.first, let last = bytes.last else { return 0 }
        return (Int(first) &* 7 &+ Int(last) &* 31 &+ bytes.count &* 3) & 127
    }

    /// The key that is written like this. Nil if the mapping has no such key.
    package subscript(name: String) -> Key? {
        var slot = Self.slot(of: name)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if names[number] == name { return keys[number] }
            slot = (slot + 1) & 127
        }
        return nil
    }

    /// The key that people mean by another word for it. Nil if there is none.
    func meaning(of word: String) -> String? {
        let word = word.lowercased()
        return definitions.first { $0.aliases.contains(word) }?.name
    }
}
