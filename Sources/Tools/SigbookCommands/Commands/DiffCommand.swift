import CatalogComparison
import CatalogDocuments
import CatalogModel

/// `sigbook diff`: whom the changes of a catalog break.
enum DiffCommand: SigbookCommand {
    private static let markdown = "markdown"

    static let definition = CommandDefinition(
        "diff", summary: "Say whom the changes of the catalog break",
        discussion: """
            Compares the catalog with an older version of it, all references followed, and says of each change whom it breaks:

              source   Swift that uses the generated code stops compiling
              wire     receivers, tables, dashboards and alerts get something else, or nothing
              meaning  the same name stands for a different thing
              privacy  more that is personal leaves the caller
              safe     nobody

            What was renamed is one change when the new one says "renamed_from". A removal that "removed" records, and whatever breaks \
            in an event that was in development, is told but does not fail; privacy is never lost that way. What a group changes is told \
            once for all events that include it.

            To let one break pass, name it in the catalog's header, until a day and with a reason:

              approvals:
                - { change: property-removed order_placed.total, until: 2027-01-31, reason: Nobody read it. }

            Ends with 1 when something breaks that is not approved.
            """,
        options: [
            .against(
                help:
                    "The older version: a folder or a file, or a git revision, where the paths of --catalog are read; git:REF:PATH reads another one."
            ),
            .catalog,
            .choice(
                "--format", FindingFormat.allCases.map(\.rawValue) + [markdown],
                default: FindingFormat.text.rawValue, help: "How changes are written."),
            .today,
            .flag("--all", help: "List changes that break nobody too, and do not only count them."),
        ],
        examples: [
            ("sigbook diff --against git:main", "Compares with what is on the branch main."),
            (
                "sigbook diff --against git:origin/main --format markdown",
                "Writes a comment for a pull request."
            ),
            (
                "sigbook diff --against ../released/schema --today 2027-01-15",
                "Compares with another folder, and ends approvals."
            ),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        guard let against = arguments.value(OptionDefinition.againstName) else {
            throw CommandFailure("diff needs --against", hint: "write --against PATH or --against git:REF")
        }
        let old = try await environment.loadSources(ofVersion: against, arguments)
        let sources = try await environment.loadSources(arguments)
        let before = CatalogLoader.load(old)
        let after = CatalogLoader.load(sources)
        guard let oldCatalog = before.catalog, let newCatalog = after.catalog else {
            let which = before.catalog == nil ? "catalog to compare with" : "catalog"
            environment.note("The \(which) has errors, and cannot be compared.\n")
            let broken = before.catalog == nil ? (before, old) : (after, sources)
            return environment.report(
                broken.0.diagnostics, sources: broken.1, format: arguments.format,
                dropping: arguments.revisions)
        }
        let difference = CatalogComparer.compare(oldCatalog, with: newCatalog, today: arguments.today)
        write(difference, to: newCatalog, arguments, sources, environment)
        return difference.passes ? .success : .findings
    }

    private static func write(
        _ difference: CatalogDifference, to catalog: Catalog, _ arguments: ParsedArguments,
        _ sources: [CatalogSource], _ environment: CommandEnvironment
    ) {
        let advice = ApprovalAdvice(difference, for: catalog)
        switch arguments.value("--format") {
        case markdown:
            environment.write(
                MarkdownChanges.comment(
                    on: difference,
                    advice: advice.isEmpty ? nil : (advice.sentence, advice.lines(), advice.language)))
        case FindingFormat.json.rawValue: environment.write(ChangeJSON.text(of: difference, advice))
        case FindingFormat.github.rawValue, FindingFormat.sarif.rawValue:
            _ = environment.report(
                ChangeFindings.diagnostics(of: difference, advice), sources: sources,
                format: arguments.format,
                dropping: arguments.revisions)
        default:
            let table = ChangeTable(
                difference, advice, style: environment.style,
                width: environment.isTerminal ? environment.width : nil)
            environment.write(table.text(listsAll: arguments.has("--all")))
            environment.note(DiagnosticPrinter().print(difference.findings))
        }
    }
}
