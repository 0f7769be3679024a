public import Signalbook

extension ExporterProvider {
    /// Sends events over OTLP/HTTP, as the `OTEL_…` variables say; without any, to a collector on this machine, `http://localhost:4318`.
    public static var otlp: ExporterProvider { otlp { _ in } }

    /// Sends events over OTLP/HTTP where a collector is named, by `OTEL_EXPORTER_OTLP_ENDPOINT` or `OTEL_EXPORTER_OTLP_LOGS_ENDPOINT`; nowhere
    /// else. `OTEL_CONFIG_FILE` makes these variables void.
    ///
    /// For programs that also run where there is no collector, where ``otlp`` would go on looking for one on this machine.
    public static var otlpWhereConfigured: ExporterProvider {
        ExporterProvider(name: OTLPExporter.providerName) { setup in
            let variables = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"]
            // These are to be ignored then; why nothing is sent is said by the configuration, which ignores variables too.
            guard setup.environment[OpenTelemetryVariable.configurationFile] == nil,
                variables.contains(where: { setup.environment[$0] != nil })
            else { return [] }
            return otlp.exporters(for: setup)
        }
    }

    /// Sends events over OTLP/HTTP, as the `OTEL_…` variables and the code say.
    ///
    /// `OTEL_SDK_DISABLED=true` and `OTEL_LOGS_EXPORTER=none` make no exporter; `OTEL_LOGS_EXPORTER=console` makes the one that writes to standard
    /// output, unless the configuration has it already.
    ///
    /// - Parameter configure: changes what the variables ask for.
    public static func otlp(configure: @escaping @Sendable (inout OTLPConfiguration) -> Void)
        -> ExporterProvider
    {
        ExporterProvider(name: OTLPExporter.providerName) { setup in
            var loaded = OTLPConfiguration.load(setup.environment)
            setup.diagnostics.report(loaded.problems)
            var exporters: [any Exporter] = []
            if loaded.writesConsole, !setup.configuration.console.isEnabled {
                exporters.append(ConsoleExporter())
            }
            if loaded.sendsOTLP {
                configure(&loaded.configuration)
                exporters.append(OTLPExporter(loaded.configuration, diagnostics: setup.diagnostics))
            }
            return exporters
        }
    }
}
