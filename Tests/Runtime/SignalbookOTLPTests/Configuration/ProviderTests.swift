import Signalbook
import SignalbookOTLP
import Testing

@Suite struct ProviderTests {
    private func exporters(
        _ provider: ExporterProvider, _ environment: [String: String], configuration: Configuration = .default
    ) -> (names: [String], endpoints: [String?], diagnostics: [RuntimeDiagnostic]) {
        let diagnostics = Locked<[RuntimeDiagnostic]>([])
        let setup = ExporterSetup(
            configuration: configuration, environment: environment,
            catalog: CatalogIdentity(name: "sample", version: "1.0.0"), context: [],
            diagnostics: DiagnosticChannel { diagnostic in diagnostics.withLock { $0.append(diagnostic) } })
        let exporters = provider.exporters(for: setup)
        return (
            exporters.map(\.name), exporters.map { ($0 as? OTLPExporter)?.endpoint },
            diagnostics.withLock { $0 }
        )
    }

    @Test func `without variables events go to a collector on this machine`() {
        let made = exporters(.otlp, [:])
        #expect(made.names == ["otlp"] && made.endpoints == ["http://localhost:4318/v1/logs"])
        #expect(made.diagnostics.isEmpty)
    }

    @Test func `where nothing is configured, nothing is made if that was asked for`() {
        #expect(exporters(.otlpWhereConfigured, ["OTEL_SERVICE_NAME": "x"]).names.isEmpty)
        let void = ["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:1", "OTEL_CONFIG_FILE": "otel.yaml"]
        #expect(exporters(.otlpWhereConfigured, void).names.isEmpty)
        let made = exporters(.otlpWhereConfigured, ["OTEL_EXPORTER_OTLP_LOGS_ENDPOINT": "http://c:1/x"])
        #expect(made.endpoints == ["http://c:1/x"])
    }

    @Test func `code goes before the variables`() {
        let provider = ExporterProvider.otlp { $0.endpoint = "https://code.example/logs" }
        #expect(
            exporters(provider, ["OTEL_EXPORTER_OTLP_ENDPOINT": "http://variable"]).endpoints == [
                "https://code.example/logs"
            ])
    }

    @Test func `the exporters' variable chooses none, the console, or both`() {
        #expect(exporters(.otlp, ["OTEL_LOGS_EXPORTER": "none"]).names.isEmpty)
        #expect(exporters(.otlp, ["OTEL_LOGS_EXPORTER": "console"]).names == ["console"])
        #expect(exporters(.otlp, ["OTEL_LOGS_EXPORTER": "otlp,console"]).names == ["console", "otlp"])
        var configuration = Configuration.default
        configuration.console.isEnabled = true
        #expect(
            exporters(.otlp, ["OTEL_LOGS_EXPORTER": "console"], configuration: configuration).names.isEmpty)
    }

    @Test func `what is wrong is said once a variable, and never with a key`() {
        let made = exporters(
            .otlp,
            [
                "OTEL_EXPORTER_OTLP_ENDPOINT": "http://user:SECRET@h/ bad",
                "OTEL_EXPORTER_OTLP_HEADERS": "api-key=SECRET,k\u{7}=SECRET,SECRET",
                "OTEL_EXPORTER_OTLP_TIMEOUT": "soon", "OTEL_EXPORTER_OTLP_PROTOCOL": "smoke",
            ])
        #expect(made.endpoints == ["http://localhost:4318/v1/logs"])
        #expect(made.diagnostics.count == 5)
        #expect(!made.diagnostics.contains { "\($0)".contains("SECRET") })
    }

    @Test func `a printed configuration shows no key`() {
        var configuration = OTLPConfiguration()
        configuration.endpoint = "https://user:SECRET@h/?key=SECRET"
        configuration.headers = ["api-key": "SECRET"]
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!"\(configuration) \(dumped)".contains("SECRET"))
    }
}
