import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

@Suite struct ExporterProviderTests {
    private let seen = DiagnosticLog()

    private func setup(
        environment: [String: String] = [:], configure: (inout Configuration) -> Void = { _ in }
    ) -> ExporterSetup {
        var configuration = Configuration.default
        configuration.developerLog.isEnabled = false
        configure(&configuration)
        return ExporterSetup(
            configuration: configuration, environment: environment, catalog: SampleCatalog.identity,
            context: SampleCatalog.context, diagnostics: DiagnosticChannel(handler: seen.append))
    }

    @Test func `the configuration names exporters, and providers add to them`() {
        let provider = ExporterProvider(name: "mine") { _ in [InMemoryExporter(), InMemoryExporter()] }
        let log = setup { $0.developerLog.isEnabled = true }
        #expect(Configuration.makeExporters(log, providers: []).map(\.name) == ["json-lines"])
        let console = setup { $0.console.isEnabled = true }
        #expect(
            Configuration.makeExporters(console, providers: [provider]).map(\.name)
                == ["console", "in-memory", "in-memory"])
        #expect(seen.all.isEmpty)
    }

    @Test func `a provider is given the configuration, the environment and the catalog`() throws {
        let given = Locked<ExporterSetup?>(nil)
        let provider = ExporterProvider(name: "mine") { setup in
            given.withLock { $0 = setup }
            return []
        }
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: setup { $0.batching.maximumEvents = 7 }.configuration,
            exporting: [provider], environment: ["OTEL_SERVICE_NAME": "shop", "OTEL_EMPTY": ""])
        let setup = try #require(given.withLock { $0 })
        #expect(telemetry.isEnabled)
        #expect(setup.configuration.batching.maximumEvents == 7)
        #expect(setup.environment == ["OTEL_SERVICE_NAME": "shop"])
        #expect(setup.catalog.name == "sample")
        #expect(setup.context.map { "\($0.name)" } == ["user_id", "session_id", "app_id", "request_id"])
    }

    @Test(arguments: ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"])
    func `an OTLP endpoint without its provider is reported with the library to import`(variable: String)
        throws
    {
        let setup = setup(environment: [variable: "http://user:hunter2@localhost:4318"])
        #expect(Configuration.makeExporters(setup, providers: []).isEmpty)
        let message = try #require(seen.all.first?.message)
        #expect(seen.all.map(\.code) == [.missingExporter])
        #expect(message.hasPrefix(variable) && message.contains("SignalbookOTLP"))
        #expect(!message.contains("hunter2"))
    }

    @Test(arguments: ["APPLICATIONINSIGHTS_CONNECTION_STRING", "TELEMETRY_APP_INSIGHTS_CONNECTION_STRING"])
    func `a connection string without its provider is reported with the library to import`(variable: String)
        throws
    {
        let setup = setup(environment: [variable: "InstrumentationKey=hunter2"])
        #expect(Configuration.makeExporters(setup, providers: []).isEmpty)
        let message = try #require(seen.all.first?.message)
        #expect(seen.all.map(\.code) == [.missingExporter])
        #expect(message.hasPrefix(variable) && message.contains("SignalbookApplicationInsights"))
        #expect(!message.contains("hunter2"))
    }

    @Test func `a log that cannot be written is reported at the start, with the variable that names it`()
        throws
    {
        let directory = try TemporaryFolder()
        let file = directory.file("s.jsonl")
        #expect(
            Configuration.makeExporters(setup { $0.developerLog = log(at: file) }, providers: []).count == 1)
        #expect(seen.all.isEmpty)
        try FileManager.default.createDirectory(
            atPath: directory.file("d"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: directory.file("l"), withDestinationPath: file)
        for (path, reason) in [
            (directory.file("missing/s.jsonl"), "its directory does not exist"),
            (directory.file("d"), "it is a directory"),
            (directory.file("l"), "it is a symbolic link, and these are not followed"),
            ("/dev/null", "it is no regular file"),
            ("/dev/null/x", "Not a directory"),
        ] {
            let before = seen.all.count
            // The same subject, so under a channel of its own.
            let setup = setup { $0.developerLog = log(at: path) }
            #expect(Configuration.makeExporters(setup, providers: []).map(\.name) == ["json-lines"])
            let message = try #require(seen.all.dropFirst(before).first?.message)
            #expect(message.hasPrefix("the log of events cannot be written to '\(path)': \(reason);"))
            #expect(message.contains("TELEMETRY_DEV_LOGGER_PATH"))
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    private func log(at path: String) -> Configuration.DeveloperLog {
        var log = Configuration.DeveloperLog()
        log.path = path
        return log
    }

    @Test func `a destination with its provider is not reported`() {
        let setup = setup(environment: [
            "OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318",
            "APPLICATIONINSIGHTS_CONNECTION_STRING": "x",
        ])
        let providers = ["otlp", "application-insights"].map { ExporterProvider(name: $0) { _ in [] } }
        #expect(Configuration.makeExporters(setup, providers: providers).isEmpty)
        #expect(seen.all.isEmpty)
    }
}

@Suite struct ExportResultTests {
    private let batch = SampleBatch.batch(numbers: 0..<10)

    @Test func `what arrived is what was neither rejected nor is to be sent again`() {
        #expect(ExportResult.delivered.deliveredCount(of: batch) == 10)
        #expect(ExportResult.delivered(rejected: 3, reason: "r").deliveredCount(of: batch) == 7)
        #expect(ExportResult.delivered(rejected: -3, reason: "r").deliveredCount(of: batch) == 10)
        #expect(ExportResult.delivered(rejected: 30, reason: "r").deliveredCount(of: batch) == 0)
        #expect(
            ExportResult.partial(retrying: [9, 1, 1, 10, -1], rejected: 2, reason: "r").deliveredCount(
                of: batch)
                == 6)
        for result in [ExportResult.retry("r"), .tooLarge("r"), .failed("r")] {
            #expect(result.deliveredCount(of: batch) == 0)
            #expect(!result.isDelivered)
            #expect(result.reason == "r")
        }
    }

    @Test func `places to send again are in order, each once`() {
        #expect(
            ExportResult.partial(retrying: [3, 1, 3], rejected: 0, reason: "r").retriedIndexes == [1, 3])
    }
}
