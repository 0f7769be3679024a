import CatalogComparison
import CatalogDocuments
import CatalogModel

/// `sigbook docs`: the catalog for readers.
enum DocsCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "docs", summary: "Write documentation of the catalog",
        discussion: """
            \(CatalogRenderers.help(of: .docs))

            Files that sigbook did not make are never replaced.
            """,
        options: [
            .catalog,
            .value("--output", "DIR", help: "The folder to write into.", completion: .folders),
            .format(of: .docs, help: "What to write."),
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
        guard let renderer = arguments.renderer(of: .docs),
            let catalog = try await environment.catalogForOutput(arguments)
        else { return .findings }
        let difference = try await self.difference(from: arguments, to: catalog, environment)
        let folder = GeneratedFolder(
            output, renderer.render(catalog, RenderingOptions(difference: difference)), of: renderer,
            in: environment)
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
