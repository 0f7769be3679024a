extension Configuration {
    /// The exporters that this configuration asks for, and those that the providers make.
    ///
    /// A setting that no exporter answers to is said on the diagnostic channel: silence would look like delivery.
    static func makeExporters(_ setup: ExporterSetup, providers: [ExporterProvider]) -> [any Exporter] {
        let configuration = setup.configuration
        var exporters: [any Exporter] = []
        if configuration.developerLog.isEnabled {
            let log = configuration.developerLog
            if let obstacle = RotatingFile.obstacle(at: log.path) {
                setup.diagnostics.report(
                    .error, .invalidConfiguration, subject: "TELEMETRY_DEV_LOGGER_PATH",
                    """
                    the log of events cannot be written to '\(log.path)': \(obstacle); set TELEMETRY_DEV_LOGGER_PATH to another \
                    file, or TELEMETRY_ENABLE_DEV_LOGGER to false
                    """)
            }
            exporters.append(
                JSONLinesExporter(
                    path: log.path, maximumFileSize: log.maximumSizeMB * Limits.bytesPerMB,
                    keptFiles: log.keptFiles))
        }
        if configuration.console.isEnabled { exporters.append(ConsoleExporter()) }
        for provider in providers { exporters += provider.exporters(for: setup) }
        reportMissing(setup, given: Set(providers.map(\.name)))
        return exporters
    }

    /// Says which library is missing where a destination is set and no provider for it was given.
    private static func reportMissing(_ setup: ExporterSetup, given: Set<String>) {
        var reported = given
        for variable in LibraryVariable.all
        where setup.environment[variable.name] != nil && reported.insert(variable.provider).inserted {
            setup.diagnostics.report(
                .warning, .missingExporter, subject: variable.provider,
                """
                \(variable.name) is set, but nothing is sent there: import \(variable.library) and start with \
                'exporting: [\(variable.call)]'
                """)
        }
    }
}
