import CatalogDocuments

/// `sigbook schema`: the JSON Schema of the catalog language.
enum SchemaCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "schema", summary: "Write the JSON Schema of the catalog language",
        discussion: """
            An editor with a YAML language server completes and explains catalog files with it. Begin a file with

              # yaml-language-server: $schema=../Generated/JSONSchema/catalog.schema.json

            or name the schema in the editor's settings. What a JSON Schema cannot say, sigbook check finds.
            """,
        options: [
            .value(
                "--output", "DIR",
                help:
                    "The folder to write catalog.schema.json into; the standard output where it is left out.",
                completion: .folders),
            .flag("--check", help: "Write nothing; say whether the file differs from what it would be."),
        ],
        examples: [
            ("sigbook schema", "Prints the schema."),
            (
                "sigbook schema --output Generated/JSONSchema",
                "Writes Generated/JSONSchema/catalog.schema.json."
            ),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let file = LanguageSchema.render()
        guard let output = arguments.value("--output") else {
            if arguments.has("--check") {
                throw CommandFailure("\"--check\" needs a folder to compare with", hint: "say --output DIR")
            }
            environment.write(String(decoding: file.bytes, as: UTF8.self))
            return .success
        }
        let folder = GeneratedFolder(output, [file], mark: .schema, in: environment)
        if arguments.has("--check") { return try folder.check() }
        try folder.write()
        return .success
    }
}
