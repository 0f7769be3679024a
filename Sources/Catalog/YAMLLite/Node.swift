/// One node of a document: a scalar, a sequence or a mapping, and where it stands.
///
/// Aliases are already resolved: an alias is a scalar like any other, with the alias's own position.
package struct Node: Sendable {
    /// What it is.
    package var content: Content
    /// Its first byte: the first key or dash of a block collection, the bracket of a flow collection, the quotation mark,
    /// or the `|` or `>` of a block scalar. A value that is not there stands behind its `:` or `-`.
    package var start: Position
    /// How many bytes it has on its first line, so that a caret line can underline it; 0 for a value that is not there.
    /// For a block collection, that of its first key or dash.
    package var length: Int

    /// The three kinds of node.
    package enum Content: Sendable {
        /// A text, a number, a truth value or null.
        case scalar(Scalar)
        /// A list, in the order of the text.
        case sequence([Node])
        /// Keys and values, in the order of the text; no key occurs twice.
        case mapping([Entry])
    }

    /// A node with the given parts.
    package init(content: Content, start: Position, length: Int) {
        self.content = content
        self.start = start
        self.length = length
    }

    /// The scalar, if it is one.
    package var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The elements, if it is a sequence.
    package var sequence: [Node]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    /// The entries, if it is a mapping.
    package var mapping: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }
}
