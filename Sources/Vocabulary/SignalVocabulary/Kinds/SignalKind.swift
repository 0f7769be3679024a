/// A kind of signal on its way to an exporter, as OpenTelemetry tells them apart.
///
/// A catalog's events are log records: ``logs``.
public struct SignalKind: Sendable, Hashable, CustomStringConvertible {
    private enum Backing: UInt8, CaseIterable {
        case logs, spans, metrics
    }
    private let backing: Backing

    /// Log records, which events are.
    public static var logs: SignalKind { SignalKind(backing: .logs) }
    /// Spans of traces.
    public static var spans: SignalKind { SignalKind(backing: .spans) }
    /// Collected metrics.
    public static var metrics: SignalKind { SignalKind(backing: .metrics) }

    /// All kinds, in a fixed order.
    package static var all: [SignalKind] { Backing.allCases.map(SignalKind.init(backing:)) }

    /// `logs`, `spans` or `metrics`.
    public var description: String { "\(backing)" }
}
