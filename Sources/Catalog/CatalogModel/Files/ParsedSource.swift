package import YAMLLite

/// A catalog file with its nodes.
package struct ParsedSource: Sendable {
    /// The file.
    package var source: CatalogSource
    /// What parsing it gave.
    package var parsed: ParseResult

    /// Parses a file.
    package init(_ source: CatalogSource) {
        self.source = source
        parsed = parse(source.bytes)
    }
}
