import SignalTransport
public import Signalbook

extension ExporterProvider {
    /// Application Insights, where a connection string is set in `TELEMETRY_APP_INSIGHTS_CONNECTION_STRING` or in
    /// `APPLICATIONINSIGHTS_CONNECTION_STRING`, of the process or of `.env`. Without one nothing is sent.
    public static var applicationInsights: ExporterProvider { applicationInsights { _ in } }

    /// Application Insights, where a variable has a connection string, adjusted.
    ///
    /// - Parameter adjust: changes what was read from the environment, such as which events are requests.
    public static func applicationInsights(
        _ adjust: @escaping @Sendable (inout ApplicationInsightsConfiguration) -> Void
    ) -> ExporterProvider {
        ExporterProvider(name: ApplicationInsightsExporter.providerName) { setup in
            let variables = VariableReader(setup.environment)
            guard
                let connectionString = ApplicationInsightsConfiguration.connectionStringVariables
                    .lazy.compactMap(variables.text).first
            else { return [] }
            return exporters(for: setup, Secret(connectionString), adjust)
        }
    }

    /// Application Insights with a connection string from code, whatever the environment says.
    ///
    /// - Parameters:
    ///   - connectionString: as the Azure portal shows it.
    ///   - adjust: changes everything else, such as which events are requests.
    public static func applicationInsights(
        connectionString: Secret,
        _ adjust: @escaping @Sendable (inout ApplicationInsightsConfiguration) -> Void = { _ in }
    ) -> ExporterProvider {
        ExporterProvider(name: ApplicationInsightsExporter.providerName) { setup in
            exporters(for: setup, connectionString, adjust)
        }
    }

    private static func exporters(
        for setup: ExporterSetup, _ connectionString: Secret,
        _ adjust: (inout ApplicationInsightsConfiguration) -> Void
    ) -> [any Exporter] {
        var configuration = ApplicationInsightsConfiguration(connectionString: connectionString)
        configuration.role = VariableReader(setup.environment).text("OTEL_SERVICE_NAME")
        adjust(&configuration)
        do throws(ConnectionStringError) {
            let exporter = try ApplicationInsightsExporter(
                configuration, identity: setup.catalog, context: setup.context)
            if exporter.isInsecure {
                setup.diagnostics.report(
                    .warning, .invalidConfiguration, subject: exporter.name,
                    "the connection string of Application Insights has an endpoint without TLS: what is sent can be read on its way"
                )
            }
            return [exporter]
        } catch {
            setup.diagnostics.report(
                .error, .invalidConfiguration, subject: ApplicationInsightsExporter.providerName,
                "the connection string of Application Insights cannot be used: \(error.description); nothing is sent there"
            )
            return []
        }
    }
}
