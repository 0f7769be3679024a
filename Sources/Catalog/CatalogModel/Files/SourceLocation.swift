/// A place in a catalog file.
///
/// Lines and columns count from 1; columns and lengths are in UTF-8 bytes, as SwiftPM and Xcode read them.
package struct SourceLocation: Sendable, Hashable {
    /// The file's path as it was given to the reader, never made absolute by it.
    package var path: String
    /// The line, from 1.
    package var line: Int
    /// The column in UTF-8 bytes, from 1.
    package var column: Int
    /// How many bytes of that line are meant; 0 when a position alone is.
    package var length: Int

    /// A place at the given position.
    package init(path: String, line: Int, column: Int, length: Int = 0) {
        self.path = path
        self.line = line
        self.column = column
        self.length = length
    }
}
