package import CatalogModel

/// One way to write a catalog.
///
/// A renderer is a folder with a type that conforms to this, and a row in the index of renderers of the command line. Commands, help and
/// shell completion read that index.
package protocol CatalogRenderer: SendableMetatype {
    /// What `--format` calls it: one word in lower case.
    static var name: String { get }

    /// What it writes and who reads that, for help: a few sentences, which follow the name and a colon.
    static var summary: String { get }

    /// The mark that all of its files have. It says which command offers the renderer.
    static var mark: GeneratedMark { get }

    /// All folders that its files may be in, relative to the output folder; empty: that folder itself. The command looks in them for
    /// files that the catalog does not give any more.
    static var folders: Set<String> { get }

    /// All files. The same catalog gives the same bytes, whatever the order of its files.
    ///
    /// - Parameters:
    ///   - catalog: a resolved catalog.
    ///   - options: what else it may show. A renderer ignores what it has no place for.
    static func render(_ catalog: Catalog, _ options: RenderingOptions) -> [RenderedFile]
}

extension CatalogRenderer {
    /// The output folder alone.
    package static var folders: Set<String> { [""] }
}
