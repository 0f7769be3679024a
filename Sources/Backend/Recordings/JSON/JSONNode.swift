/// One value, key or container of a scanned line.
///
/// A scanner puts them one after the other as they stand in the line: a container before what it holds, a key before its value.
package struct JSONNode: Sendable {
    /// What a node is.
    package enum Kind: UInt8, Sendable {
        case object, array, key, string
        /// A number without fraction and exponent.
        case integer
        /// Any other number.
        case number
        case `true`, `false`, null
    }

    /// Where it begins in the line, in bytes; of a string or a key, behind the quote.
    package var start: UInt32
    /// Its bytes: of a string or a key without the quotes, of a container with its brackets.
    package var length: UInt32
    /// The index of the node behind it and all that it holds; of a key, the index of its value.
    package var next: UInt32
    /// What it is.
    package var kind: Kind
    /// Whether a string or a key has backslashes in it.
    package var hasEscapes: Bool

    /// A node with the given parts.
    @inline(__always)
    init(_ kind: Kind, start: Int, length: Int, next: Int, hasEscapes: Bool = false) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.length = UInt32(truncatingIfNeeded: length)
        self.next = UInt32(truncatingIfNeeded: next)
        self.kind = kind
        self.hasEscapes = hasEscapes
    }
}
