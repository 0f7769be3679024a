/// One file made from a catalog.
package struct RenderedFile: Sendable, Equatable {
    /// Where it belongs, relative to the output folder, with `/` between its parts: ASCII letters, digits, `_`, `.` and `-` only.
    package var path: String
    /// All of it, UTF-8.
    package var bytes: [UInt8]

    /// A file with the given bytes.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// A file with the given text.
    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
