extension Configuration {
    /// Azure Application Insights.
    public struct ApplicationInsights: Sendable, Hashable {
        /// Where to send to and as whom, as the Azure portal shows it; nil: nothing is sent there.
        ///
        /// Variable `TELEMETRY_APP_INSIGHTS_CONNECTION_STRING`, default nil. Never printed.
        public var connectionString: Secret?

        /// The defaults.
        public init() {}
    }
}
