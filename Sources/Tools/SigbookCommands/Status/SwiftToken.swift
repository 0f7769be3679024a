/// A token of Swift source, as far as finding calls needs them apart.
struct SwiftToken: Hashable {
    /// What it is.
    enum Kind: Hashable {
        /// An identifier or a keyword; backticks are not part of its text.
        case word
        /// A string literal. Its text is what it stands for, or nil when that is not just what is written: because of an escape,
        /// an interpolation, several lines.
        case string(String?)
        /// A number or a regular expression.
        case literal
        /// One byte of punctuation or of an operator.
        case mark(UInt8)
    }

    /// What it is.
    var kind: Kind
    /// The bytes that its text has, backticks excluded.
    var range: Range<Int>
    /// The line it begins in, from 1.
    var line: Int
    /// The column in UTF-8 bytes that it begins in, from 1.
    var column: Int
}
