import CatalogDocuments
import CatalogModel
import SignalVocabulary

/// `sigbook export`: the catalog in formats of others.
enum ExportCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "export", summary: "Write the catalog in a format of others",
        discussion: CatalogRenderers.help(of: .export),
        options: [
            .catalog,
            .format(of: .export, help: "The format."),
            .value("--output", "DIR", help: "The folder to write into.", completion: .folders),
            .value("--event", "NAME", help: "Only this event; without --output it is printed."),
            .flag("--check", help: "Write nothing; say which files differ from what the catalog gives."),
        ],
        examples: [
            (
                "sigbook export --format jsonschema --output Generated/JSONSchema/events",
                "Writes a schema for every event."
            ),
            ("sigbook export --format jsonschema --event session_created", "Prints the schema of one event."),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let output = arguments.value("--output")
        let event = arguments.value("--event")
        if output == nil, event == nil || arguments.has("--check") {
            throw CommandFailure("export needs --output", hint: "write --output DIR")
        }
        if output != nil, event != nil {
            throw CommandFailure(
                "one event is printed and not written into a folder", hint: "leave out --output or --event")
        }
        guard let renderer = arguments.renderer(of: .export),
            var catalog = try await environment.catalogForOutput(arguments)
        else { return .findings }
        if let event {
            let names = catalog.events.map(\.name)
            catalog.events.removeAll { $0.name != event }
            if catalog.events.isEmpty {
                var suggestions = Suggestions()
                throw CommandFailure(
                    "the catalog has no event \(Quoted.text(event))",
                    hint: suggestions.nearest(to: event, among: names).map {
                        "did you mean \(Quoted.text($0))?"
                    },
                    status: .findings)
            }
        }
        let files = renderer.render(catalog, RenderingOptions())
        guard let output else {
            for file in files { environment.write(String(decoding: file.bytes, as: UTF8.self)) }
            return .success
        }
        let folder = GeneratedFolder(output, files, of: renderer, in: environment)
        if arguments.has("--check") { return try folder.check() }
        try folder.write()
        return .success
    }
}
