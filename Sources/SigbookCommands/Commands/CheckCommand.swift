import EventCatalog

/// `sigbook check`: whether a catalog is right.
enum CheckCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "check", summary: "Check the catalog",
        discussion: """
            Reads all files of the catalog and reports everything that is wrong with it, each finding with its place and, where it is \
            known, what to write instead.
            """,
        options: [.catalog, .format],
        examples: [
            ("sigbook check", "Checks the catalog in schema/."),
            ("sigbook check --format github", "Annotates a pull request from a GitHub workflow."),
            (
                "sigbook check --format sarif > sigbook.sarif",
                "Writes a log for code scanning."
            ),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let (sources, result) = try environment.loadCatalog(arguments)
        return environment.report(result.diagnostics, sources: sources, format: arguments.format)
    }
}
