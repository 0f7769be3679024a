import YAMLLite

/// The entries of a property, by their keys.
///
/// NOTE: A vector of indices, because thousands of these are made and a dictionary or an array would be allocated for each.
struct PropertyFields {
    private let entries: [Entry]
    private var indices = SIMD32<Int32>(repeating: -1)
    /// A bit for each key that there is, the first key's lowest.
    private var present: UInt32 = 0

    /// The entries of a property, none of which is noted yet.
    init(_ entries: [Entry]) { self.entries = entries }

    /// Notes that the entry at an index has this key.
    mutating func note(_ key: PropertyKey, at index: Int) {
        indices[key.rank] = Int32(truncatingIfNeeded: index)
        present |= 1 << UInt32(key.rank)
    }

    /// Whether there is this key.
    func has(_ key: PropertyKey) -> Bool { present & (1 << UInt32(key.rank)) != 0 }

    /// The entry with this key. Nil if there is none.
    subscript(key: PropertyKey) -> Entry? {
        has(key) ? entries[Int(indices[key.rank])] : nil
    }

    /// The value of this key. Nil if there is no such key.
    func value(of key: PropertyKey) -> Node? {
        has(key) ? entries[Int(indices[key.rank])].value : nil
    }

    /// The keys that there are, in canonical order.
    var keys: Keys { Keys(left: present) }

    /// Goes through keys in canonical order.
    struct Keys: Sequence, IteratorProtocol {
        fileprivate var left: UInt32

        mutating func next() -> PropertyKey? {
            if left == 0 { return nil }
            defer { left &= left - 1 }
            return PropertyKey.allCases[left.trailingZeroBitCount]
        }
    }
}
