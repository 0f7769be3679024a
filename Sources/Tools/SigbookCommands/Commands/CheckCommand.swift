import CatalogRules
import CatalogModel

/// `sigbook check`: whether a catalog is right.
enum CheckCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "check", summary: "Check the catalog",
        discussion: """
            Reads all files of the catalog and reports everything that is wrong with it, each finding with its place and, where it is \
            known, what to write instead: the checks that every catalog must pass, and the rules that 'sigbook rules' lists; the catalog's \
            header says how seriously to take them. What has an error is judged by rules when that is gone.

            Rules about dates need to know which day it is, and never look at a clock: without --today they say nothing.
            """,
        options: [
            .catalog, .format, .today,
            .flag(
                "--fix",
                help: "Put right in the files what can be put right by machine, then report what is left."),
            .flag("--strict", help: "End with status 1 on warnings, too."),
        ],
        examples: [
            ("sigbook check", "Checks the catalog in schema/."),
            ("sigbook check --strict --today 2027-01-31", "Checks it as CI should, expiry included."),
            ("sigbook check --fix", "Fixes what can be fixed."),
            ("sigbook check --catalog git:main", "Checks what is on the branch main."),
            ("sigbook check --format github", "Annotates a pull request from a GitHub workflow."),
            ("sigbook check --format sarif > sigbook.sarif", "Writes a log for code scanning."),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        var sources =
            arguments.has("--fix")
            ? try environment.loadSourcesToWrite(arguments, by: "check --fix")
            : try await environment.loadSources(arguments)
        let checker = CatalogChecker(today: arguments.today.flatMap { Day($0) })
        let result: CheckResult
        if arguments.has("--fix") {
            let outcome = CatalogFixer.fix(sources, with: checker)
            try apply(outcome, to: sources, environment)
            sources = outcome.sources
            result = outcome.result
        } else {
            result = checker.check(sources)
        }
        let status = environment.report(
            result.diagnostics, sources: sources, format: arguments.format, dropping: arguments.revisions)
        // For people alone: whoever asks for another format wants findings and nothing else.
        if result.catalog == nil, arguments.format == .text {
            environment.note(
                result.judgesDeclarations
                    ? "what these errors are in is judged by rules when they are gone\n"
                    : "no declaration was judged by rules, for the catalog's header is missing or has errors\n"
            )
        }
        if !result.needingDate.isEmpty {
            environment.note(
                "not judged without --today YYYY-MM-DD: \(result.needingDate.joined(separator: ", "))\n")
        }
        let isStrict = arguments.has("--strict") && result.diagnostics.contains { $0.severity == .warning }
        return isStrict ? .findings : status
    }

    /// Writes what was fixed, and says so.
    private static func apply(
        _ outcome: CatalogFixer.Outcome, to sources: [CatalogSource], _ environment: CommandEnvironment
    ) throws {
        try environment.writeFiles(
            zip(sources, outcome.sources).filter { $0.bytes != $1.bytes }.map { ($1.path, $1.bytes) })
        for diagnostic in outcome.fixed {
            guard let fix = diagnostic.fix, let place = diagnostic.location else { continue }
            environment.note(
                "\(place.path):\(place.line):\(place.column): fixed: \(fix.title) [\(diagnostic.rule)]\n")
        }
        for diagnostic in outcome.refused {
            guard let fix = diagnostic.fix, let place = diagnostic.location else { continue }
            environment.note(
                "\(place.path):\(place.line):\(place.column): not fixed, for the catalog would be worse for it: "
                    + "\(fix.title) [\(diagnostic.rule)]\n")
        }
        if !outcome.fixed.isEmpty {
            environment.note("\(outcome.fixed.count) fixed\n")
        }
    }
}
