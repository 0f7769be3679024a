/// A place in the text that was parsed.
package struct Position: Sendable, Hashable {
    /// The line, from 1.
    package var line: Int
    /// The column, from 1, counted in UTF-8 bytes; a byte order mark is not counted.
    package var column: Int
    /// The number of bytes before it in the input, a byte order mark included.
    package var offset: Int

    /// A place.
    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }
}
