/// Text to a resolved catalog: parse, read, resolve, check.
package enum CatalogLoader {
    /// Loads a catalog from its files.
    ///
    /// All errors of all files are collected. The result is the same whatever the order of `sources`. No input and output, no
    /// clock, no environment; linear in the size of the input; nothing in a source can make it trap.
    package static func load(_ sources: [CatalogSource]) -> CatalogResult {
        // Parsed one by one, so that the nodes of one file at a time are in memory.
        load(inOrder(sources, by: \.path), at: \.path) { ParsedSource($0) }
    }

    /// The same for files that are parsed already, because somebody else needs their nodes, too.
    package static func load(parsed sources: [ParsedSource]) -> CatalogResult {
        load(inOrder(sources, by: \.source.path), at: \.source.path) { $0 }
    }

    private static func inOrder<Source>(_ sources: [Source], by path: KeyPath<Source, String>) -> [Source] {
        sources.sorted { CatalogSource.precedes($0[keyPath: path], $1[keyPath: path]) }
    }

    private static func load<Source>(
        _ sources: [Source], at path: KeyPath<Source, String>, parsing parsed: (Source) -> ParsedSource
    ) -> CatalogResult {
        var reader = CatalogReader()
        var files: [String] = []
        for source in sources {
            let path = source[keyPath: path]
            if files.last == path {
                reader.findings.error(
                    .duplicateFile, "the file is given twice",
                    at: SourceLocation(path: path, line: 1, column: 1))
                continue
            }
            files.append(path)
            reader.read(parsed(source))
        }
        var resolver = CatalogResolver(reader.catalog, reader.findings)
        let catalog = resolver.resolve(files: files)
        return CatalogResult(
            catalog: resolver.findings.containError ? nil : catalog,
            diagnostics: resolver.findings.diagnostics.inOrderOfPlace(), understood: catalog)
    }
}
