import CatalogComparison
import CatalogFormatting
import CatalogModel

/// `sigbook fmt`: brings catalog files into canonical form.
enum FormatCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "fmt", summary: "Bring catalog files into one form",
        discussion: """
            Indents by two spaces, puts the keys of what the catalog's language knows in one order, a property on one line where it fits \
            \(CatalogFormatter.width) characters, takes away quotes that no reader of YAML needs, folds long texts and parts events by \
            blank lines. Comments stay with what they stand before or behind; events, groups, properties and values stay in order. \
            JSON stays JSON.

            The files are read again before one of them is written: nothing is, if anything meant something else. Nor is anything when \
            one of them cannot be read. A git revision can be checked, and not written to.
            """,
        options: [
            .catalog,
            .flag(
                "--check", help: "Write nothing; show what would change, and end with 1 if anything would."),
        ],
        examples: [
            ("sigbook fmt", "Formats the catalog in schema/."),
            ("sigbook fmt --check", "Shows in CI what is not formatted."),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let sources =
            arguments.has("--check")
            ? try await environment.loadSources(arguments)
            : try environment.loadSourcesToWrite(arguments, by: definition.name)
        var formatted: [CatalogSource] = []
        var diagnostics: [Diagnostic] = []
        for source in sources {
            switch CatalogFormatter.format(source) {
            case .success(let text): formatted.append(CatalogSource(path: source.path, text: text))
            case .failure(.refused(let problems)): diagnostics += problems
            case .failure(.changesMeaning): throw changed(source.path)
            }
        }
        if !diagnostics.isEmpty {
            return environment.report(diagnostics, sources: sources, format: .text)
        }
        try compare(sources, formatted)
        return try write(sources, formatted, isCheck: arguments.has("--check"), environment)
    }

    /// Fails when the catalog would be another one. The formatter has compared the values of each file; this is what they mean together.
    private static func compare(_ sources: [CatalogSource], _ formatted: [CatalogSource])
        throws(CommandFailure)
    {
        let (before, after) = (CatalogLoader.load(sources), CatalogLoader.load(formatted))
        guard let old = before.catalog else {
            // What has errors must have the same ones.
            if before.diagnostics.map(\.message).sorted() == after.diagnostics.map(\.message).sorted() {
                return
            }
            throw changed("the catalog")
        }
        guard let new = after.catalog, CatalogComparer.compare(old, with: new).changes.isEmpty else {
            throw changed("the catalog")
        }
    }

    private static func changed(_ what: String) -> CommandFailure {
        CommandFailure(
            "formatting would change what \(what) means, so nothing is written", hint: "please report this",
            status: .internalError)
    }

    private static func write(
        _ sources: [CatalogSource], _ formatted: [CatalogSource], isCheck: Bool,
        _ environment: CommandEnvironment
    ) throws -> ExitStatus {
        let changed = zip(sources, formatted).filter { $0.bytes != $1.bytes }
        if !isCheck { try environment.writeFiles(changed.map { ($1.path, $1.bytes) }) }
        for (old, new) in changed {
            guard isCheck else {
                environment.write(new.path + "\n")
                continue
            }
            environment.write(
                UnifiedDiff.text(
                    from: String(decoding: old.bytes, as: UTF8.self),
                    to: String(decoding: new.bytes, as: UTF8.self),
                    path: old.path))
        }
        let count = changed.count
        let files = count == 1 ? "1 file" : "\(count) files"
        if isCheck {
            environment.note(count == 0 ? "all files are formatted\n" : "\(files) would be formatted\n")
            return count == 0 ? .success : .findings
        }
        environment.note(count == 0 ? "all files are formatted\n" : "\(files) formatted\n")
        return .success
    }
}
