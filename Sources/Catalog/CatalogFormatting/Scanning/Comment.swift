/// A comment.
struct Comment {
    /// The comment from its `#` on, without white space at its end.
    var text: String
    /// Its first byte, and where that is.
    var start: Int
    var line: Int
    var column: Int
    /// Whether it is the first thing on its line.
    var isOwnLine: Bool
    /// Whether there is a blank line before it.
    var hasBlankBefore: Bool
}
