import CatalogComparison
import CatalogDocuments
import CatalogModel

/// `sigbook docs`: the catalog for readers.
enum DocsCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "docs", summary: "Write the catalog as a web site or as Markdown",
        discussion: """
            The site opens from a disk as from any web server, and loads nothing from elsewhere. It has every event with its properties, \
            an example and the Swift call, a search with filters, all names of properties, and an inventory of personal data. The Markdown \
            has the same for reading in a repository.

            Files that sigbook did not make are never replaced.
            """,
        options: [
            .catalog,
            .value("--output", "DIR", help: "The folder to write into.", completion: .folders),
            .choice("--format", ["site", "markdown"], default: "site", help: "What to write."),
            .against(
                help:
                    "An older version of the catalog, for a page of what changed since; git:REF reads what --catalog names, and git:REF:PATH another path."
            ),
            .flag("--check", help: "Write nothing; say which files differ from what the catalog gives."),
        ],
        examples: [
            ("sigbook docs --output site", "Writes the site; open site/index.html."),
            ("sigbook docs --output site --against git:v1.0.0", "Says what changed since that tag, too."),
            (
                "sigbook docs --format markdown --output Generated/Documentation",
                "Writes Markdown to keep in the repository."
            ),
            (
                "sigbook docs --format markdown --output Generated/Documentation --check",
                "Fails when that is out of date."
            ),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        guard let output = arguments.value("--output") else {
            throw CommandFailure("docs needs --output", hint: "write --output DIR")
        }
        guard let catalog = try await environment.catalogForOutput(arguments) else { return .findings }
        let difference = try await self.difference(from: arguments, to: catalog, environment)
        let files =
            arguments.value("--format") == "markdown"
            ? MarkdownDocumentation.render(catalog, since: difference)
            : CatalogSite.render(catalog, since: difference)
        let folder = GeneratedFolder(output, files, mark: .docs, in: environment)
        if arguments.has("--check") { return try folder.check() }
        try folder.write()
        return .success
    }

    /// What changed since the catalog that `--against` names; nil where it is not given.
    private static func difference(
        from arguments: ParsedArguments, to catalog: Catalog, _ environment: CommandEnvironment
    ) async throws -> CatalogDifference? {
        guard let against = arguments.value(OptionDefinition.againstName) else { return nil }
        let sources = try await environment.loadSources(ofVersion: against, arguments)
        let result = CatalogLoader.load(sources)
        guard let old = result.catalog else {
            _ = environment.report(result.diagnostics, sources: sources, format: .text)
            throw CommandFailure("the catalog to compare with has errors", status: .findings)
        }
        return CatalogComparer.compare(old, with: catalog)
    }
}
