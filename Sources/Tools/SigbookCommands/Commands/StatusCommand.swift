import CatalogModel
import SwiftEmitter

/// `sigbook status`: what the Swift code does with the catalog's events.
enum StatusCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "status", summary: "Show which events are tracked where in Swift code",
        discussion: """
            An event is tracked where its factory is called in a call of track, as in track(.sessionCreated(…)), or where its type \
            is, as in SessionCreated(…). What Signalbook generated does not count. A name that stands in the sources as a string is \
            reported, for the compiler does not check it; a name of one word only when it is given to track.

            Deprecated events may go untracked.
            """,
        options: [
            .catalog,
            .value(
                "--sources", "DIR", help: "A folder with Swift sources.", default: "Sources/",
                isRepeating: true, completion: .folders),
            .value(
                "--tests", "DIR", help: "A folder with tests.", default: "Tests/", isRepeating: true,
                completion: .folders),
            .flag(
                "--fail-on-unused",
                help: "Exit with 1 when an event is not tracked in the sources, deprecated ones excepted."),
            .format,
        ],
        examples: [
            ("sigbook status", "What the code in Sources/ and Tests/ does with the catalog in schema/."),
            ("sigbook status --sources App --sources Kit --fail-on-unused", "As a check for CI."),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let (sources, result) = try await environment.loadCatalog(arguments)
        guard let catalog = result.catalog else {
            return environment.report(
                result.diagnostics, sources: sources, format: arguments.format, dropping: arguments.revisions)
        }
        let tests = try folders("--tests", arguments, environment)
        let code = try folders("--sources", arguments, environment)
        if code.isEmpty {
            throw CommandFailure(
                "there is no folder \"Sources/\"", hint: "name one with --sources DIR", status: .findings)
        }
        let testFiles = swiftFiles(in: tests, environment)
        let known = Set(testFiles)
        let codeFiles = swiftFiles(in: code, environment).filter { !known.contains($0) }
        var shown = sources
        let inCode = try uses(of: catalog, in: codeFiles, environment, &shown)
        let inTests = try uses(of: catalog, in: testFiles, environment, &shown)
        let report = StatusReport(
            events: catalog.events.enumerated().map { index, event in
                EventStatus(
                    event: event, sources: inCode.calls[index], tests: inTests.calls[index],
                    strings: inCode.strings[index])
            })
        let fails = arguments.has("--fail-on-unused") && report.events.contains(where: \.isUnused)
        switch arguments.format {
        case .text: environment.write(report.text(environment.style))
        case .json: environment.write(report.json)
        case .github, .sarif:
            let severity: Diagnostic.Severity = arguments.has("--fail-on-unused") ? .error : .warning
            _ = environment.report(
                report.events.flatMap { $0.findings(severity) }, sources: shown, format: arguments.format,
                dropping: arguments.revisions)
        }
        return fails ? .findings : .success
    }

    /// The folders that an option names; of its default only those that are there.
    private static func folders(
        _ option: String, _ arguments: ParsedArguments, _ environment: CommandEnvironment
    ) throws -> [String] {
        try arguments.values(option).map(Files.cleaned).filter { path in
            if Files.isFolder(environment.resolve(path)) { return true }
            if !arguments.has(option) { return false }
            throw CommandFailure("there is no folder \"\(path)\"", status: .findings)
        }
    }

    private static func swiftFiles(in folders: [String], _ environment: CommandEnvironment) -> [String] {
        var known: Set<String> = []
        return folders.flatMap { folder in
            Files.files(below: environment.resolve(folder), endingWith: ".swift").map {
                environment.shown($0, below: folder)
            }
        }.filter { known.insert($0).inserted }
    }

    /// Reads Swift files, but for those that Signalbook generated.
    ///
    /// - Parameter shown: takes the files in which something is to be pointed at.
    private static func uses(
        of catalog: Catalog, in files: [String], _ environment: CommandEnvironment,
        _ shown: inout [CatalogSource]
    ) throws -> SignalUses {
        var uses = SignalUses(of: catalog.events)
        for path in files {
            let bytes = try environment.readFile(path)
            if bytes.starts(with: SwiftEmitter.headerPrefix.utf8) { continue }
            if uses.scan(bytes, path: path) { shown.append(CatalogSource(path: path, bytes: bytes)) }
        }
        return uses
    }
}
