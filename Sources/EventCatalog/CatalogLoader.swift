/// Text to a resolved catalog: parse, read, resolve, check.
package enum CatalogLoader {
    /// Loads a catalog from its files.
    ///
    /// All errors of all files are collected. The result is the same whatever the order of `sources`. No input and output, no
    /// clock, no environment; linear in the size of the input; nothing in a source can make it trap.
    package static func load(_ sources: [CatalogSource]) -> CatalogResult {
        let sources = sources.sorted { CatalogSource.precedes($0.path, $1.path) }
        var reader = CatalogReader()
        var files: [String] = []
        for source in sources {
            if files.last == source.path {
                reader.findings.error(
                    .duplicateFile, "the file is given twice",
                    at: SourceLocation(path: source.path, line: 1, column: 1))
                continue
            }
            files.append(source.path)
            reader.read(source)
        }
        var resolver = CatalogResolver(reader)
        let catalog = resolver.resolve(files: files)
        return CatalogResult(
            catalog: resolver.findings.containError ? nil : catalog, diagnostics: resolver.findings.sorted())
    }
}
