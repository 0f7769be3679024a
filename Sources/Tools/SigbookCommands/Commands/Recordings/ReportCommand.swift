import CatalogModel
import Recordings

/// `sigbook report`: a page about what was recorded.
enum ReportCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "report", summary: "Make a page about recorded events",
        discussion: """
            Writes one HTML page that needs nothing else: events over time and by name, durations, errors, the way of sessions, what \
            does not fit the catalog, personal data and coverage. It opens from disk, runs no script, asks no network, and prints well. \
            The same recordings give the same page.

            What is in it is told, not judged: use "sigbook verify" where something is to fail.
            """,
        arguments: [
            ArgumentDefinition(
                "FILE", help: "Recordings, in any order; - is the standard input.", isRequired: true,
                isRepeating: true, completion: .files)
        ],
        options: [
            .value(
                "--output", "FILE", help: "Where the page goes.", default: "report.html", completion: .files),
            .catalog,
            .alsoCatalog,
        ],
        examples: [
            ("sigbook report signals*.jsonl --output report.html", "Makes a page from all files of a log.")
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let output = arguments.value("--output") ?? "report.html"
        try checkIsReplaceable(output, environment)
        let (catalog, others) = try await environment.loadJudgedCatalogs(arguments)
        var verification = Verification(catalog, others: others)
        var statistics = RecordingStatistics(catalog.catalog)
        for path in arguments.positionals {
            try environment.read(path, into: &verification) { statistics.add($0) }
        }
        let result = verification.result()
        try environment.writeFile(output, Array(ReportPage(statistics, result).html().utf8))
        environment.note(
            "\(output): \(Figures.count(result.counts.records, "event")) from \(Figures.count(result.files.count, "file"))\n"
        )
        return .success
    }

    /// Fails where a file stands that is no report: one of the recordings, say.
    private static func checkIsReplaceable(_ output: String, _ environment: CommandEnvironment) throws {
        let place = environment.resolve(output)
        // Nothing is written to a folder or a device; writing says so.
        guard Files.exists(place), !Files.isFolder(place), !Files.isSpecial(place) else { return }
        guard ReportPage.isPage(try environment.readFile(output)) else {
            throw CommandFailure(
                "\(Quoted.text(output)) was not made by sigbook report, and is not replaced",
                hint: "choose another name, or remove the file", status: .findings)
        }
    }
}
