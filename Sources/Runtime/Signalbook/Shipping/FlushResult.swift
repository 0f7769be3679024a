/// What ``Telemetry/flush(timeout:)`` or ``Telemetry/shutdown(deadline:)`` achieved.
public struct FlushResult: Sendable, Hashable {
    /// Whether every exporter was done with all that was there before the call.
    public var isComplete: Bool { exporters.allSatisfy(\.isComplete) }
    /// What each exporter achieved.
    public let exporters: [Exporter]
    /// The account when it returned.
    public let statistics: Statistics

    /// What one exporter achieved.
    public struct Exporter: Sendable, Hashable {
        /// The exporter's name, as in ``Statistics/exporters``.
        public let name: String
        /// Whether it was done in time with all that was there before the call: each event arrived or was given up and counted.
        public internal(set) var isComplete: Bool
        /// How many records it exported during the call, as far as that waited; those that it had in hand when the call was made are among them.
        public internal(set) var exported: Int
        /// How many records still waited for it.
        public internal(set) var waiting: Int
    }
}
