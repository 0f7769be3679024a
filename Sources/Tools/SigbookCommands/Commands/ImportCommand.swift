import CatalogFormatting
import CatalogImport
import CatalogModel
import Recordings

/// `sigbook import`: a catalog from what other tools describe their events with.
enum ImportCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "import", summary: "Make a catalog of what another tool has",
        discussion: """
            The catalog is written in canonical form, as the result or to the file that --output names. Whatever does not fit is said on \
            standard error with its place, never dropped in silence. Folders are searched for .yaml, .yml and .json files; what one file \
            defines may be referred to by others.

            \(ImportFormat.allCases.map { "\($0.rawValue): \($0.summary)." }.joined(separator: "\n\n"))
            """,
        arguments: [
            ArgumentDefinition(
                "path", help: "A file or a folder to read.", isRequired: true, isRepeating: true,
                completion: .files)
        ],
        options: [
            .value(
                "--from", "FORMAT",
                help: "What is read: \(ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
                completion: .choices(ImportFormat.allCases.map(\.rawValue))),
            .value(
                "--output", "FILE", help: "The file to write; there must be none of that name.",
                completion: .files),
            .value("--name", "NAME", help: "What the catalog is called.", default: "imported"),
            .value("--version", "VERSION", help: "Its version.", default: "1.0.0"),
        ],
        examples: [
            (
                "sigbook import --from glean metrics.yaml --output schema/app.yaml",
                "Takes over the events of a Glean app."
            ),
            (
                "sigbook import --from otel model/ --name conventions",
                "Prints the events of semantic conventions as a catalog."
            ),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let name = arguments.value("--name") ?? ""
        if let problem = WireName.problem(in: name) {
            throw CommandFailure("the name \(Quoted.text(name)) \(problem)")
        }
        let formats = ImportFormat.allCases.map(\.rawValue)
        guard let from = arguments.value("--from") else {
            throw CommandFailure("import needs --from", hint: "write --from FORMAT: \(Quoted.list(formats))")
        }
        guard let format = ImportFormat(rawValue: from) else {
            throw CommandFailure.unknown("format", from, among: formats, lists: true)
        }
        let output = arguments.value("--output").map(Files.cleaned)
        if let output, Files.exists(environment.resolve(output)) {
            throw CommandFailure(
                "\(Quoted.text(output)) is there already; nothing is written", status: .findings)
        }
        let sources = try sources(arguments.positionals, environment)
        let imported = CatalogImporter.importCatalog(
            from: sources, as: format, name: name, version: arguments.value("--version") ?? "")
        environment.note(DiagnosticPrinter().print(imported.findings))
        guard !imported.catalog.events.isEmpty else {
            throw CommandFailure(
                "there is no event in what was read as \(from); nothing is written",
                hint: "say what it is with --from", status: .findings)
        }
        let text: String
        switch CatalogWriter.write(imported.catalog) {
        case .success(let written): text = written
        case .failure(let failure):
            throw CommandFailure("the catalog cannot be written: \(failure)", status: .internalError)
        }
        if let output { try environment.writeFile(output, Array(text.utf8)) } else { environment.write(text) }
        return summarize(imported, text, path: output ?? "-", environment)
    }

    /// Says how much was taken over, and what `check` will say of it.
    private static func summarize(
        _ imported: CatalogImporter.Result, _ text: String, path: String, _ environment: CommandEnvironment
    ) -> ExitStatus {
        let events = imported.catalog.events
        let properties = events.reduce(0) { $0 + $1.properties.count }
        environment.note(
            "\(Figures.count(events.count, "event")) with \(properties == 1 ? "1 property" : "\(properties) properties"); "
                + "\(Figures.count(imported.findings.count, "remark")) on what was read\n"
        )
        let check = CatalogLoader.load([CatalogSource(path: path, text: text)])
        let errors = check.diagnostics.filter { $0.severity == .error }
        if !errors.isEmpty {
            environment.note("The catalog has errors that are yours to put right:\n")
            environment.note(DiagnosticPrinter().print(errors))
        }
        return errors.isEmpty && !imported.findings.containError ? .success : .findings
    }

    private static func sources(
        _ paths: [String], _ environment: CommandEnvironment
    ) throws -> [CatalogSource] {
        var sources: [CatalogSource] = []
        var known: Set<String> = []
        for given in paths {
            let path = Files.cleaned(given)
            let place = environment.resolve(path)
            let files =
                Files.isFolder(place)
                ? Files.catalogFiles(below: place).map { environment.shown($0, below: path) } : [path]
            guard !files.isEmpty else {
                throw CommandFailure(
                    "\(Quoted.text(path)) holds no .yaml, .yml or .json file", status: .findings)
            }
            for file in files where known.insert(file).inserted {
                try environment.refuseSpecial([file])
                sources.append(CatalogSource(path: file, bytes: try environment.readFile(file)))
            }
        }
        return sources
    }
}
