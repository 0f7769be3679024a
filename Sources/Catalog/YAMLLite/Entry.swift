/// A key and its value in a mapping.
package struct Entry: Sendable {
    /// The key: always a scalar whose value is text.
    package var key: Node
    /// The value of the key.
    package var value: Node

    /// The key's text.
    package var keyText: String {
        if case .scalar(let scalar) = key.content { scalar.text } else { "" }
    }

    /// An entry with the given parts.
    package init(key: Node, value: Node) {
        self.key = key
        self.value = value
    }
}
