import CatalogDocuments

/// `sigbook schema`: the JSON Schema of the catalog language.
enum SchemaCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "schema", summary: "Write the JSON Schema, or a reference, of the catalog language",
        discussion: """
            An editor with a YAML language server completes and explains catalog files with it. Begin a file with

              # yaml-language-server: $schema=../Generated/JSONSchema/catalog.schema.json

            or name the schema in the editor's settings. What a JSON Schema cannot say, sigbook check finds.

            The reference is a page for people: every key, what it says, and an example.
            """,
        options: [
            .choice(
                "--format", Format.allCases.map(\.rawValue), default: Format.jsonschema.rawValue,
                help: "A JSON Schema, or the reference in Markdown."),
            .value(
                "--output", "DIR",
                help:
                    "The folder to write the file into; the standard output if it is left out.",
                completion: .folders),
            .flag("--check", help: "Write nothing; say whether the file differs from what it would be."),
        ],
        examples: [
            ("sigbook schema", "Prints the schema."),
            (
                "sigbook schema --output Generated/JSONSchema",
                "Writes Generated/JSONSchema/catalog.schema.json."
            ),
            ("sigbook schema --format markdown", "Prints the reference."),
        ])

    /// What is written.
    private enum Format: String, CaseIterable {
        case jsonschema, markdown
    }

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let file =
            switch arguments.value("--format").flatMap(Format.init) ?? .jsonschema {
            case .jsonschema: LanguageSchema.render()
            case .markdown: LanguageReference.render()
            }
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
