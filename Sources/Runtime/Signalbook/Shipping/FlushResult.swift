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
        /// How many events arrived during the call, as far as it waited.
        public internal(set) var delivered: Int
        /// How many events still waited for it; zero as well where the time was up before it could say.
        public internal(set) var pending: Int
    }
}
