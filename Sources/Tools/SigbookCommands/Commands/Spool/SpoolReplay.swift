import CatalogModel
import Foundation
import Signalbook
import SignalbookApplicationInsights
import SignalbookOTLP

/// Sends what the rings of dead processes hold, by a runtime of its own that takes them over.
struct SpoolReplay {
    /// The exporters that can be named.
    static let exporters = ["otlp", "application-insights", "json-lines", "console"]

    private let chosen: [String]
    private let directory: String
    private let output: String?
    private let timeout: Duration
    private let environment: CommandEnvironment

    /// How often the account is looked at.
    private static let pollInterval = Duration.milliseconds(50)

    init(_ arguments: ParsedArguments, directory: String, _ environment: CommandEnvironment)
        throws(CommandFailure)
    {
        chosen = arguments.values("--exporter")
        self.directory = directory
        self.environment = environment
        output = arguments.value("--output").map { environment.resolve(Files.cleaned($0)) }
        if chosen.isEmpty {
            throw CommandFailure(
                "--replay needs to know where to",
                hint: "name it with --exporter: \(Quoted.list(Self.exporters))")
        }
        if let unknown = chosen.first(where: { !Self.exporters.contains($0) }) {
            throw CommandFailure.unknown("exporter", unknown, among: Self.exporters, lists: true)
        }
        if chosen.contains("json-lines"), output == nil {
            throw CommandFailure("json-lines needs a file", hint: "name it with --output FILE")
        }
        guard let seconds = arguments.value("--timeout").flatMap({ Int($0) }), (1...86_400).contains(seconds)
        else {
            throw CommandFailure("--timeout must be a number of seconds from 1 to 86400")
        }
        timeout = .seconds(seconds)
    }

    /// Sends it; `inspect` looks again.
    func run(_ before: SpoolInspector, inspect: () throws -> SpoolInspector) async throws -> ExitStatus {
        let orphans = before.rings.filter { !$0.isRunning && $0.recordCount > 0 }
        guard !orphans.isEmpty else {
            environment.note("nothing waits in rings that nobody uses\n")
            return .success
        }
        let waiting = Set(orphans.flatMap { ring in ring.exporters.filter { $0.count > 0 }.map(\.name) })
        let unnamed = waiting.subtracting(chosen).sorted()
        guard unnamed.isEmpty else {
            throw CommandFailure(
                "events wait for \(Quoted.list(unnamed)) too; nothing is sent",
                hint: "name every exporter that events wait for", status: .findings)
        }
        let telemetry = Telemetry(
            catalog: NoCatalog.self, configuration: configuration,
            exporting: [.otlp, .applicationInsights].filter {
                chosen.contains($0.name)
            })
        let names = Set(orphans.map(\.name))
        let start = ContinuousClock.now
        while ContinuousClock.now - start < timeout {
            try await Task.sleep(for: Self.pollInterval)
            let account = telemetry.statistics
            // Looking takes each ring's lock for a moment, so not while rings are about to be taken over.
            guard account.recovered > 0, account.pending == 0 else { continue }
            if try !inspect().rings.contains(where: { names.contains($0.name) }) { break }
            try await Task.sleep(for: .seconds(1))
        }
        let statistics = await telemetry.shutdown(deadline: .seconds(10)).statistics
        let left = try inspect().rings.filter { names.contains($0.name) }.reduce(0) { $0 + $1.recordCount }
        environment.write(
            "\(statistics.recovered) events taken over: \(statistics.delivered) delivered, \(statistics.dropped) dropped, \(left) still waiting\n"
        )
        return left == 0 && statistics.dropped == 0 && statistics.delivered > 0 ? .success : .findings
    }

    /// What the environment says, with the chosen exporters alone and this spool.
    private var configuration: Configuration {
        var configuration = Configuration.load().configuration
        configuration.isEnabled = true
        configuration.developerLog.isEnabled = chosen.contains("json-lines")
        if let output { configuration.developerLog.path = output }
        configuration.console.isEnabled = chosen.contains("console")
        configuration.buffer.directory = directory
        configuration.buffer.capacityBytes = 1 << 20
        configuration.privacy.hashKey = .random()
        configuration.diagnosticHandler = { [environment] in environment.note("\($0)\n") }
        return configuration
    }
}

/// Nothing is tracked here.
private enum NoCatalog: Signalbook.Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "sigbook", version: "0.0.0") }
    static var context: [ContextPropertyDefinition] { [] }
}
