extension Configuration {
    /// The exporters that this configuration asks for.
    ///
    /// A setting that no exporter of this version answers to is said on `diagnostics`: silence would look like delivery.
    func makeExporters(diagnostics: DiagnosticChannel) -> [any Exporter] {
        var exporters: [any Exporter] = []
        if developerLog.isEnabled {
            exporters.append(
                JSONLinesExporter(
                    path: developerLog.path, maximumFileSize: developerLog.maximumSizeMB * Limits.bytesPerMB,
                    keptFiles: developerLog.keptFiles))
        }
        if console.isEnabled { exporters.append(ConsoleExporter()) }
        if applicationInsights.connectionString != nil {
            diagnostics.report(
                .warning, .missingExporter, subject: "application-insights",
                "a connection string for Application Insights is set, but this version has no exporter for it"
            )
        }
        return exporters
    }
}
