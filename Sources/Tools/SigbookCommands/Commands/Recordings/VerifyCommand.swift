import DocumentTools
import CatalogModel
import Recordings

/// `sigbook verify`: whether recorded events are as the catalog has them.
enum VerifyCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "verify", summary: "Hold recorded events against the catalog",
        discussion: """
            Reads JSON lines as Signalbook writes them, and OTLP logs in JSON, one request a line; which of them a line is, is found out \
            for each. Reports what does not fit the catalog (events, properties, types, constraints, what is deprecated or has \
            expired), personal data that is visibly raw, and how much of the catalog the recording shows. A kind of finding is \
            told once, with its first places and how often it occurs.

            A record is judged by the version of the catalog that it names, if that is given by --catalog or --also-catalog, else \
            by another version of that catalog. Records of a catalog that is not given at all are counted and said, and not judged; a \
            program has several if it uses libraries with catalogs of their own: give a --catalog for each. A recording without an event fails: a check of nothing would pass whatever the program does.

            Strings are searched for what looks like an e-mail or IPv4 address, a card number or a token; these findings are warnings.
            """,
        arguments: [
            ArgumentDefinition(
                "FILE", help: "Recordings, in any order; - is the standard input.", isRequired: true,
                isRepeating: true, completion: .files)
        ],
        options: [
            .catalog,
            .alsoCatalog,
            .value(
                "--minimum-coverage", "PERCENT",
                help: "Fail when less of the catalog's events, properties and enum values was seen."),
            .flag("--strict", help: "Fail on warnings too."),
            .format,
        ],
        examples: [
            ("sigbook verify signals.jsonl", "Judges what an app wrote on this machine."),
            (
                "sigbook verify --minimum-coverage 80 signals*.jsonl",
                "Fails a test run that tracked too little of the catalog."
            ),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let minimum = try minimumCoverage(arguments)
        let (catalog, others) = try await environment.loadJudgedCatalogs(arguments)
        var verification = Verification(catalog, others: others)
        for path in arguments.positionals { try environment.read(path, into: &verification) }
        let result = verification.result()
        let diagnostics = result.diagnostics(minimumCoverage: minimum)
        let status = write(result, diagnostics, arguments, in: environment)
        return status == .success && arguments.has("--strict") && !diagnostics.isEmpty ? .findings : status
    }

    private static func minimumCoverage(_ arguments: ParsedArguments) throws(CommandFailure) -> Double? {
        guard let text = arguments.value("--minimum-coverage") else { return nil }
        guard let percent = Double(text), (0...100).contains(percent) else {
            throw CommandFailure(
                "\(Quoted.text(text)) is no percentage",
                hint: "--minimum-coverage takes a number from 0 to 100")
        }
        return percent
    }

    private static func write(
        _ result: VerificationResult, _ diagnostics: [Diagnostic], _ arguments: ParsedArguments,
        in environment: CommandEnvironment
    ) -> ExitStatus {
        switch arguments.format {
        case .json:
            environment.write(JSONFindings(diagnostics, members: [.init("recording", json(result))]).text)
            return diagnostics.containError ? .findings : .success
        case .text:
            let status = environment.report(diagnostics, sources: [], format: .text)
            environment.write((diagnostics.isEmpty ? "" : "\n") + result.summary())
            return status
        case .github, .sarif:
            let status = environment.report(
                diagnostics, sources: [], format: arguments.format, dropping: arguments.revisions)
            environment.note(result.summary())
            return status
        }
    }

    /// What was read and seen, for programs.
    private static func json(_ result: VerificationResult) -> JSONValue {
        func share(_ share: Coverage.Share, _ missing: [String]) -> JSONValue {
            .object(
                ("seen", .integer(share.seen)), ("total", .integer(share.total)),
                ("missing", .array(missing.map { .string($0) })))
        }
        let coverage = result.coverage
        return .object(
            ("files", .array(result.files.map { .string($0) })), ("bytes", .integer(result.byteCount)),
            ("lines", .integer(result.lineCount)), ("events", .integer(result.counts.records)),
            ("catalog", .string(result.catalog)),
            (
                "coverage",
                .object(
                    ("tenthsOfPercent", .integer(Int(coverage.percent * 10))),
                    ("events", share(coverage.events, coverage.missingEvents)),
                    ("properties", share(coverage.properties, coverage.missingProperties)),
                    ("enumValues", share(coverage.values, coverage.missingValues)))
            ), ("notes", .array(result.notes().map { .string($0) })))
    }
}
