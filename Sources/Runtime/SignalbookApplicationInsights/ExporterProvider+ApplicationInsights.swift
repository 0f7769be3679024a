import SignalTransport
public import Signalbook

extension ExporterProvider {
    /// Application Insights, where a connection string is set: in the configuration, in `TELEMETRY_APP_INSIGHTS_CONNECTION_STRING`
    /// or in `APPLICATIONINSIGHTS_CONNECTION_STRING`. Without one nothing is sent.
    public static var applicationInsights: ExporterProvider { applicationInsights { _ in } }

    /// Application Insights, adjusted.
    ///
    /// - Parameter adjust: changes what was read from the environment, such as which events are requests.
    public static func applicationInsights(
        _ adjust: @escaping @Sendable (inout ApplicationInsightsConfiguration) -> Void
    ) -> ExporterProvider {
        ExporterProvider(name: applicationInsightsName) { setup in
            let variables = VariableReader(setup.environment)
            guard
                let connectionString = setup.configuration.applicationInsights.connectionString
                    ?? variables.text("APPLICATIONINSIGHTS_CONNECTION_STRING").map(Secret.init(_:))
            else { return [] }
            var configuration = ApplicationInsightsConfiguration(connectionString: connectionString)
            configuration.role = variables.text("OTEL_SERVICE_NAME")
            adjust(&configuration)
            do throws(ConnectionStringError) {
                let exporter = try ApplicationInsightsExporter(
                    configuration, identity: setup.catalog, context: setup.context)
                if exporter.isInsecure {
                    setup.diagnostics.report(
                        .warning, .invalidConfiguration, subject: applicationInsightsName,
                        "the connection string of Application Insights has an endpoint without TLS: what is sent can be read on its way"
                    )
                }
                return [exporter]
            } catch {
                setup.diagnostics.report(
                    .error, .invalidConfiguration, subject: applicationInsightsName,
                    "the connection string of Application Insights cannot be used: \(error.description); nothing is sent there"
                )
                return []
            }
        }
    }
}
