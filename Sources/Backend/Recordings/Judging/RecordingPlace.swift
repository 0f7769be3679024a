/// Where something was found.
package struct RecordingPlace: Sendable, Hashable {
    /// The number of the file, in the order in which files are read.
    package var file: Int
    /// The line, from 1.
    package var line: Int
    /// The byte of the line, from 1.
    package var column: Int

    /// A place.
    package init(file: Int, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}
