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
