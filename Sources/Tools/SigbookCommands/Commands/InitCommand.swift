import CatalogModel
import SwiftEmitter

/// `sigbook init`: begins a catalog.
enum InitCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "init", summary: "Begin a catalog",
        discussion: """
            Makes the catalog's folder with one file in it, \(CatalogScaffold.fileName): a header and an event to learn from, which \
            passes 'sigbook check --strict'. Nothing is written where there is a catalog already.
            """,
        options: [
            .value(
                OptionDefinition.catalog.name, "DIR", help: "The folder to make.",
                default: OptionDefinition.catalog.defaultValue, completion: .folders),
            .value("--name", "NAME", help: "What the catalog is called.", default: "my-service"),
            .value("--owner", "NAME", help: "Who answers for its events.", default: "my-team"),
        ],
        examples: [
            ("sigbook init --name shop --owner checkout", "Begins the catalog of a shop in schema/.")
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        try CatalogPlace.refuseRevisions(arguments, by: definition.name)
        let folder = Files.cleaned(arguments.value(OptionDefinition.catalog.name) ?? "")
        if SwiftEmitter.isCatalogFile(Files.split(folder).name) {
            throw CommandFailure(
                "\(Quoted.text(folder)) has the name of a file, and a catalog is a folder of files",
                hint: "name a folder, such as schema/")
        }
        let place = environment.resolve(folder)
        if Files.exists(place), !Files.isFolder(place) {
            throw CommandFailure("\(Quoted.text(folder)) is no folder", status: .findings)
        }
        if !Files.catalogFiles(below: place).isEmpty {
            throw CommandFailure(
                "there is a catalog in \(Quoted.text(folder)) already; nothing is written",
                hint: "add to it with 'sigbook new event'", status: .findings)
        }
        let scaffold = CatalogScaffold(
            name: arguments.value("--name") ?? "", owner: arguments.value("--owner") ?? "")
        let source = try scaffold.source(in: folder)
        try environment.writeFile(source.path, source.bytes)
        environment.write(source.path + "\n")
        environment.note("Next: edit it, add events with 'sigbook new event', and run 'sigbook check'.\n")
        return .success
    }
}
