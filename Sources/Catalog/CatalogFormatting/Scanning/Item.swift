import YAMLLite

/// An entry of a mapping or an element of a sequence.
struct Item {
    /// The key; nil for an element.
    var key: Node?
    /// The value.
    var value: Node
    /// What the value's text is, when it is an alias.
    var alias: String?
    /// The anchor before the value, without its `&`.
    var anchor: String?
    /// The item that contains it; -1 when the document does.
    var parent: Int
    /// The items of its value.
    var children: [Int] = []
    /// Whether its value is a collection in brackets.
    var isFlow = false
    /// Its first byte, key or dash, and where that is.
    var start: Int
    var line: Int
    var column: Int
    /// Behind its value, where that is known: not of plain text on several lines.
    var end: Int
    /// The comments on lines of their own before it.
    var leading: [Comment] = []
    /// The comments after it on its line; for a block collection, those after its key.
    var trailing: [Comment] = []
    /// The comments on lines of their own after all it contains, which belong to it by their indentation.
    var after: [Comment] = []
    /// Whether there is a blank line before it.
    var hasBlankBefore = false
}
