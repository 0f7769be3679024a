extension Configuration {
    /// What becomes of events that violate their catalog's constraints.
    public struct Validation: Sendable, Hashable {
        /// What to do with such an event.
        ///
        /// Variable `TELEMETRY_ON_VIOLATION`, `reject` or `mark`; default `reject`.
        public var onViolation: ViolationPolicy = .reject

        /// The defaults.
        public init() {}
    }
}
