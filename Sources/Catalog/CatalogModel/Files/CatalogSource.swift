/// The text of one catalog file. Reading it from a disk is the caller's business.
package struct CatalogSource: Sendable {
    /// The path to show in diagnostics and generated code; never opened.
    package var path: String
    /// The file's bytes, UTF-8.
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

extension CatalogSource {
    /// The order of files, byte by byte, so that it is the same for every locale and normalization.
    static func precedes(_ first: String, _ second: String) -> Bool {
        first.utf8.lexicographicallyPrecedes(second.utf8)
    }
}
