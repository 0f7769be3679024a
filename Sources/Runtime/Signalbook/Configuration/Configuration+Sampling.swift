extension Configuration {
    /// How much is kept. Rates are shares from 0 (nothing) to 1 (everything); whole requests are kept or dropped together.
    public struct Sampling: Sendable, Hashable {
        /// The share of operations whose events are kept, besides errors.
        ///
        /// Variable `TELEMETRY_SAMPLE_RATE`, default 1, from 0 to 1.
        public var rate: Double = 1

        /// The share of events of severity `error` and `fatal` that are kept. Less than 1 loses errors.
        ///
        /// Variable `TELEMETRY_SAMPLE_RATE_ERRORS`, default 1, from 0 to 1.
        public var errorRate: Double = 1

        /// The defaults.
        public init() {}
    }
}
