/// All metrics of a process at one moment, in OpenTelemetry's data model.
///
/// Values are cumulative: they count since ``startUnixNanoseconds``, or since a data point's own start. So a snapshot that gets lost costs nothing
/// but detail, and a receiver that wants differences subtracts.
///
/// Source: OpenTelemetry Specification, `metrics/data-model.md`.
public struct MetricSnapshot: Sendable, Hashable {
    /// When the values were read, in nanoseconds since 1970: one moment for all of them.
    public var unixNanoseconds: UInt64
    /// Since when values count where a data point does not say otherwise, in nanoseconds since 1970.
    public var startUnixNanoseconds: UInt64
    /// The metrics; each name once.
    public var metrics: [Metric]

    /// A snapshot with the given parts.
    public init(unixNanoseconds: UInt64, startUnixNanoseconds: UInt64, metrics: [Metric] = []) {
        self.unixNanoseconds = unixNanoseconds
        self.startUnixNanoseconds = startUnixNanoseconds
        self.metrics = metrics
    }

    /// How many data points all metrics have together.
    public var pointCount: Int { metrics.reduce(0) { $0 + $1.data.pointCount } }

    /// The metric of the given name, nil if there is none.
    public subscript(name: String) -> Metric? { metrics.first { $0.name == name } }
}
