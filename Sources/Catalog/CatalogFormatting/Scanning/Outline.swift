import YAMLLite

/// A document with its comments: what is to be written.
struct Outline {
    /// All entries and elements, each before what it contains, in the order of the text.
    var items: [Item] = []
    /// The items that the document itself has.
    var roots: [Int] = []
    /// The document's node.
    var root: Node
    /// The text of all comments, in order.
    var comments: [String] = []
    /// Whether there are anchors, so that no alias may come before what it stands for.
    var hasAnchors = false
}

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
    /// The comments behind it on its line; for a block collection behind its key.
    var trailing: [Comment] = []
    /// The comments on lines of their own behind all it contains, which belong to it by their indentation.
    var after: [Comment] = []
    /// Whether a blank line stands before it.
    var hasBlankBefore = false
}

/// A comment.
struct Comment {
    /// The comment from its `#` on, without white space at its end.
    var text: String
    /// Its first byte, and where that is.
    var start: Int
    var line: Int
    var column: Int
    /// Whether nothing stands before it on its line.
    var isOwnLine: Bool
    /// Whether a blank line stands before it.
    var hasBlankBefore: Bool
}
