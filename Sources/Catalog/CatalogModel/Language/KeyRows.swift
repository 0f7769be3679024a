/// The rows of the keys of one kind of mapping, by name: what ``KeyTable`` knows without the type of its keys.
///
/// NOTE: A class, so that it can be handed on without copying what it holds. It never changes.
package final class KeyRows: Sendable {
    /// The rows, in canonical order.
    package let definitions: [KeyDefinition]
    /// The keys as they are written, in canonical order.
    package let names: [String]
    /// The numbers of the keys, each at the slot of its name or at the first free one after it; -1: free.
    ///
    /// NOTE: Not a dictionary. Keys are looked up for every line of a catalog, and length, first and last letter tell most apart.
    private let slots: [Int8]

    /// The given rows, which are at most half as many as there are slots.
    init(_ definitions: [KeyDefinition]) {
        self.definitions = definitions
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
        var name = name
        return name.withUTF8 { bytes in
            guard bytes.count > 0 else { return 0 }
            return (Int(bytes[0]) &* 7 &+ Int(bytes[bytes.count - 1]) &* 31 &+ bytes.count &* 3) & 127
        }
    }

    /// The place in ``definitions`` of the key that is written like this. Nil if the mapping has no such key.
    func number(of name: String) -> Int? {
        var slot = Self.slot(of: name)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if names[number] == name { return number }
            slot = (slot + 1) & 127
        }
        return nil
    }
}
