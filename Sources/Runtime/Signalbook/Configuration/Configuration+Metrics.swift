extension Configuration {
    /// How metrics are exported.
    public struct Metrics: Sendable, Hashable {
        /// How long after one export of metrics the next one comes.
        ///
        /// Variable `OTEL_METRIC_EXPORT_INTERVAL`, in milliseconds; default 60 s, from 10 ms to 24 h.
        public var exportInterval: Duration = .seconds(60)

        /// How long one export of metrics may take before it is cancelled. Zero: as long as it likes.
        ///
        /// Variable `OTEL_METRIC_EXPORT_TIMEOUT`, in milliseconds; default 30 s, from 0 to 1 h.
        public var exportTimeout: Duration = .seconds(30)

        /// The defaults.
        public init() {}
    }
}
