import CatalogModel
import Signalbook

/// `sigbook spool`: what waits in a spool directory, how it is, and sending it.
enum SpoolCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "spool", summary: "Show what waits in a spool directory, and send it",
        discussion: """
            A spool is the folder that TELEMETRY_SPOOL_DIRECTORY names; every process that uses it has a ring in it. Looking disturbs no \
            running process and changes nothing.

            With --replay the rings of processes that are gone are taken over and what waits in them is sent, as the next start of \
            the program would; a ring whose records wait for an exporter that is not named is left alone, and so nothing is sent \
            by half. otlp and application-insights are set up by the environment (OTEL_EXPORTER_OTLP_ENDPOINT, \
            TELEMETRY_APP_INSIGHTS_CONNECTION_STRING and their like); json-lines writes to the file that --output names.
            """,
        arguments: [
            ArgumentDefinition("dir", help: "The spool directory.", isRequired: true, completion: .folders)
        ],
        options: [
            .choice("--format", ["text", "json"], default: "text", help: "How it is shown."),
            .flag("--replay", help: "Send what the rings of dead processes hold."),
            .value(
                "--exporter", "NAME", help: "Where to: \(SpoolReplay.exporters.joined(separator: ", ")).",
                isRepeating: true, completion: .choices(SpoolReplay.exporters)),
            .value("--output", "FILE", help: "The file of json-lines.", completion: .files),
            .value("--timeout", "SECONDS", help: "How long sending may take.", default: "60"),
        ],
        examples: [
            ("sigbook spool /var/spool/app", "What waits there, for whom, since when."),
            (
                "sigbook spool /var/spool/app --replay --exporter otlp",
                "Sends it to the collector that the environment names."
            ),
        ])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let directory = Files.cleaned(arguments.positionals[0])
        let inspector = try inspect(directory, environment)
        guard arguments.has("--replay") else {
            if arguments.has("--exporter") || arguments.has("--output") {
                throw CommandFailure("--exporter and --output say where to replay to", hint: "add --replay")
            }
            let report = SpoolReport(inspector, directory: directory)
            environment.write(
                arguments.value("--format") == "json" ? report.json : report.text(environment.style))
            return report.isSound ? .success : .findings
        }
        let replay = try SpoolReplay(arguments, directory: environment.resolve(directory), environment)
        return try await replay.run(inspector) { try inspect(directory, environment) }
    }

    private static func inspect(
        _ directory: String, _ environment: CommandEnvironment
    ) throws(CommandFailure) -> SpoolInspector {
        do throws(SpoolInspector.Failure) {
            return try SpoolInspector(directory: environment.resolve(directory))
        } catch {
            throw CommandFailure(
                "cannot look into the spool \(Quoted.text(directory)): \(error.description)",
                status: .findings)
        }
    }
}
