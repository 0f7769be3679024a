extension Configuration {
    /// How events are put together for the exporters: a batch goes when either limit is reached.
    public struct Batching: Sendable, Hashable {
        /// How many waiting events are shipped without waiting for more; whatever waits by then goes along.
        ///
        /// Variable `TELEMETRY_BATCH_SIZE` or `OTEL_BLRP_MAX_EXPORT_BATCH_SIZE`, default 10, from 1 to 10,000.
        public var maximumEvents = 10

        /// How long an event waits for others.
        ///
        /// Variable `TELEMETRY_FLUSH_INTERVAL_SECONDS`, in seconds, with a fraction if you like, or `OTEL_BLRP_SCHEDULE_DELAY`, in
        /// milliseconds; default 5 s, from 10 ms to 1 h.
        public var maximumAge: Duration = .seconds(5)

        /// The most events in one call of an exporter; one of more than 1 MB does not come together either, unless a single event is larger.
        ///
        /// Variable `OTEL_BLRP_MAX_EXPORT_BATCH_SIZE`, which stands for ``maximumEvents`` too; default 4,096, from 1 to 10,000.
        public var maximumEventsPerExport = 4_096

        /// How long one call of an exporter may take before it is cancelled; the events are sent again then. Zero: as long as it likes.
        ///
        /// Variable `OTEL_BLRP_EXPORT_TIMEOUT`, in milliseconds; default 30 s, from 0 to 1 h.
        public var exportTimeout: Duration = .seconds(30)

        /// The defaults.
        public init() {}
    }
}
