extension Configuration {
    /// The log of every event on standard output, for people.
    public struct Console: Sendable, Hashable {
        /// Whether it is written.
        ///
        /// Variable `TELEMETRY_CONSOLE`, default false.
        public var isEnabled = false

        /// The defaults.
        public init() {}
    }
}
