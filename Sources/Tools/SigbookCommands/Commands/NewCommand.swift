import CatalogModel
import SignalVocabulary

/// `sigbook new event`: writes the beginning of an event into the catalog.
enum NewCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "new", summary: "Add an event to the catalog",
        discussion: """
            The event is written after the others of its file, whose other bytes stay as they are. The file is the one that --file \
            names, or the one with most events whose names begin with the same word. Nothing is written when the catalog would \
            have an error then.

            A property is given as name:type, followed by what the type needs: a unit (duration_ms:duration:ms), the values of an \
            enum (method:enum:GET,POST), what a list holds (tags:list:string).
            """,
        arguments: [
            ArgumentDefinition(
                "kind", help: "What to add: event.", isRequired: true, completion: .choices(["event"])),
            ArgumentDefinition("name", help: "Its name, such as session_created.", isRequired: true),
        ],
        options: [
            .catalogToWrite,
            .value(
                "--file", "FILE", help: "The catalog file to write it to; a new one is made.",
                completion: .files),
            .value("--description", "TEXT", help: "What happened, in a sentence."),
            .value("--owner", "NAME", help: "Who answers for it."),
            .value(
                "--severity", "LEVEL", help: "How bad it is.",
                completion: .choices(Severity.allCases.map(\.name))),
            .value("--property", "NAME:TYPE", help: "A property.", isRepeating: true),
        ],
        examples: [
            (
                "sigbook new event session_created --property bundle_id:string --property duration_ms:duration:ms",
                "Adds an event with two properties; their descriptions are yours to write."
            )
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        guard arguments.positionals[0] == "event" else {
            throw CommandFailure.unknown("kind", arguments.positionals[0], among: ["event"], lists: true)
        }
        let event = EventScaffold(
            name: arguments.positionals[1], description: arguments.value("--description"),
            owner: arguments.value("--owner"), severity: arguments.value("--severity"),
            properties: try arguments.values("--property").map { text throws(CommandFailure) in
                try EventScaffold.Property(text)
            })
        var sources = try environment.loadSourcesToWrite(arguments, by: "new event")
        var result = CatalogLoader.load(sources)
        guard let catalog = result.catalog else {
            environment.note("The catalog has errors; nothing is added to it before they are gone.\n")
            return environment.report(result.diagnostics, sources: sources, format: .text)
        }
        let path = try file(for: event.name, arguments, catalog, environment)
        let index = sources.firstIndex { $0.path == path }
        let old = index.map { sources[$0].bytes } ?? []
        let new = try EventInsertion(old).inserting(event, path: path)
        let source = CatalogSource(path: path, bytes: new.bytes)
        if let index { sources[index] = source } else { sources.append(source) }
        result = CatalogLoader.load(sources)
        guard result.catalog != nil else {
            environment.note("With the event the catalog would have errors; nothing is written.\n")
            return environment.report(result.diagnostics, sources: sources, format: .text)
        }
        try environment.writeFile(path, new.bytes)
        environment.write("\(path):\(new.line): \(event.name)\n")
        if event.description == nil || !event.properties.isEmpty {
            environment.note("Say in the file what is still \"\(EventScaffold.placeholder)\"\n")
        }
        return .success
    }

    /// The file that an event belongs to.
    private static func file(
        for name: String, _ arguments: ParsedArguments, _ catalog: Catalog, _ environment: CommandEnvironment
    ) throws -> String {
        if let given = arguments.value("--file") {
            let path = Files.cleaned(given)
            if !catalog.files.contains(path), Files.exists(environment.resolve(path)) {
                throw CommandFailure(
                    "\"\(path)\" is there, and is no file of the catalog", status: .findings)
            }
            let folders = arguments.values(OptionDefinition.catalog.name).map(Files.cleaned)
            guard catalog.files.contains(path) || environment.isCatalogFile(path, ofFolders: folders) else {
                throw CommandFailure(
                    "\"\(path)\" would be no file of the catalog",
                    hint: "name a .yaml file in \(Quoted.list(folders))", status: .findings)
            }
            return path
        }
        let word = domain(of: name)
        var counts: [String: Int] = [:]
        for event in catalog.events where domain(of: event.name) == word {
            counts[event.location.path, default: 0] += 1
        }
        // Of two with as many events the first in the order of files.
        let most = counts.values.max()
        if let best = catalog.files.first(where: { counts[$0] == most }), most != nil { return best }
        let withEvents = Set(catalog.events.map(\.location.path))
        if withEvents.count == 1, let only = withEvents.first { return only }
        if catalog.files.count == 1 { return catalog.files[0] }
        throw CommandFailure(
            "no file of the catalog has events that begin with \"\(word)\"", hint: "name one with --file")
    }

    private static func domain(of name: String) -> Substring {
        name.prefix { $0 != "_" && $0 != "." && $0 != "-" }
    }
}
