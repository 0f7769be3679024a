import CatalogModel
import Recordings

/// `sigbook tail`: follows a log of events.
enum TailCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "tail", summary: "Follow a log of events",
        discussion: """
            Shows the last records of a log in columns (time in UTC, severity, event, its properties, then its context) and goes on with what is \
            written to it, across rotation and truncation; the file need not be there yet. With a catalog at hand, what every \
            event carries is told from what is the event's own, and a condition on a name that nothing in the catalog has is pointed out.

            A condition compares properties: status_code >= 500 and endpoint =~ "/v1/*". There are == != < <= > >=, =~ and !~ with \
            patterns in which * is anything, "in [a, b]", "has name", and, or, not and parentheses. "event" and "severity" are names too, and severities \
            compare by how bad they are.
            """,
        arguments: [
            ArgumentDefinition(
                "FILE", help: "A log of JSON lines; - is the standard input.", isRequired: true,
                completion: .files)
        ],
        options: [
            .value(
                "--event", "GLOB", help: "Show only events of such a name, with * for anything.",
                isRepeating: true),
            .value("--where", "EXPR", help: "Show only records for which the condition holds."),
            .value(
                "--context", "KEY=VALUE", help: "Show only records with this value in their context.",
                isRepeating: true),
            .value(
                "--since", "LINES",
                help: "How many lines of what is there are read; all of them with \"all\".", default: "10"),
            .flag("--no-follow", help: "Stop at the end of the file."),
            .flag("--json", help: "Write the records as they are, one a line."),
            .catalog,
        ],
        examples: [
            ("sigbook tail signals.jsonl", "Shows what happens."),
            (
                "sigbook tail signals.jsonl --where 'severity >= warn'",
                "Shows what goes wrong."
            ),
            (
                "sigbook tail signals.jsonl --since all --no-follow --context session_id=s-1",
                "Tells the story of one session."
            ),
        ])

    /// How often the file is looked at.
    private static let interval = Duration.milliseconds(200)

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        try await run(arguments, in: environment) {
            do { try await Task.sleep(for: interval) } catch { return false }
            return true
        }
    }

    /// Follows until `wait`, which is called between two looks at the file, says no.
    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment, wait: () async -> Bool
    ) async throws -> ExitStatus {
        let catalog = try await catalog(arguments, in: environment)
        let filter = try filter(arguments)
        if let catalog {
            for note in notes(on: filter, by: FilterNames(catalog)) {
                environment.note(environment.errorStyle.dim(note) + "\n")
            }
        }
        var printer = RecordPrinter(
            filter: filter, isJSON: arguments.has("--json"),
            context: Set(catalog?.context.map(\.property.name) ?? []), environment: environment)
        let path = arguments.positionals[0]
        do throws(RecordingError) {
            if path == CommandEnvironment.standardInputName {
                var lines = LineReader(FileSource(standardInputNamed: "standard input"))
                while let line = try lines.next() { if !line.isTooLong { printer.print(line.bytes) } }
                return .success
            }
        } catch {
            throw CommandFailure(error.description, status: .findings)
        }
        var follower = FileFollower(
            FollowedPath(environment.resolve(path), named: path), lastLines: try lastLines(arguments))
        repeat {
            var notices: [FileFollower<FollowedPath>.Notice] = []
            do throws(RecordingError) {
                try follower.poll(notice: { notices.append($0) }, line: { printer.print($0) })
            } catch {
                throw CommandFailure(error.description, status: .findings)
            }
            if arguments.has("--no-follow") {
                if notices.contains(.missing) {
                    throw CommandFailure("cannot open \"\(path)\": there is no such file", status: .findings)
                }
                follower.endLine { printer.print($0) }
                return .success
            }
            for notice in notices { environment.note(environment.errorStyle.dim(text(notice, path)) + "\n") }
        } while await wait()
        return .success
    }

    private static func text(_ notice: FileFollower<FollowedPath>.Notice, _ path: String) -> String {
        switch notice {
        case .missing: "waiting for \(path)"
        case .appeared: "\(path) is there"
        case .replaced: "\(path) is another file now"
        case .truncated: "\(path) was truncated"
        case .lineTooLong: "a line that is too long was left out"
        }
    }

    // MARK: Arguments

    /// The catalog at hand. A log can be followed without one too: nil where none is named and none is in the default place, and, which
    /// is said, where it has errors.
    private static func catalog(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> Catalog? {
        let places = CatalogPlace.given(arguments).map { environment.resolve($0.path) }
        if !arguments.has(OptionDefinition.catalog.name),
            places.allSatisfy({ Files.catalogFiles(below: $0).isEmpty })
        {
            return nil
        }
        let catalog = try await environment.loadCatalog(arguments).result.catalog
        if catalog == nil {
            let note = "the catalog has errors, so the log is shown without it; see 'sigbook check'"
            environment.note(environment.errorStyle.dim(note) + "\n")
        }
        return catalog
    }

    /// What to say about names that records of the catalog do not have.
    private static func notes(on filter: RecordFilter, by names: FilterNames) -> [String] {
        filter.context.compactMap { names.note(onContext: $0.0) }
            + (filter.condition.map(names.notes) ?? [])
    }

    private static func filter(_ arguments: ParsedArguments) throws(CommandFailure) -> RecordFilter {
        var filter = RecordFilter(events: arguments.values("--event").map { Glob($0) })
        for text in arguments.values("--context") {
            guard let mark = text.firstIndex(of: "="), mark > text.startIndex else {
                throw CommandFailure(
                    "\(Quoted.text(text)) is no name and value", hint: "--context takes KEY=VALUE")
            }
            filter.context.append((String(text[..<mark]), String(text[text.index(after: mark)...])))
        }
        if let text = arguments.value("--where") {
            do throws(ExpressionError) {
                filter.condition = try Expression(parsing: text)
            } catch {
                throw CommandFailure("--where: \(error.message)\n\(error.excerpt(of: text))")
            }
        }
        return filter
    }

    private static func lastLines(_ arguments: ParsedArguments) throws(CommandFailure) -> Int? {
        let text = arguments.value("--since") ?? "10"
        if text == "all" { return nil }
        guard let lines = Int(text), lines >= 0 else {
            throw CommandFailure(
                "\(Quoted.text(text)) is no number of lines", hint: "--since takes a number, or \"all\"")
        }
        return lines
    }
}
