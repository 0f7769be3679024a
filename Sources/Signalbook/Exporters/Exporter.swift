/// Takes batches of encoded events somewhere: a file, a terminal, a collector.
///
/// The runtime never overlaps two calls to one exporter, calls none from the thread that tracks, and keeps a batch until its
/// result is known. Both work and waiting are the exporter's own: nothing here may trap or block for ever, and a failure is a
/// ``ExportResult``, never a thrown error.
///
/// Do not write one in order to test what an app tracks: `SignalbookTesting` has a recorder, and ``InMemoryExporter`` keeps
/// events as values.
public protocol Exporter: Sendable {
    /// The name under which statistics and diagnostics speak of it, such as `json-lines`; the same throughout its life.
    var name: String { get }

    /// What it is, for OpenTelemetry's `otel.component.type`, such as `otlp_http_log_exporter`; ``name`` by default.
    var componentType: String { get }

    /// Delivers a batch, or says why not.
    ///
    /// Runs where the caller runs. A failed batch is not tried again yet: its events count as lost unless another exporter took them.
    func export(_ batch: RecordBatch) async -> ExportResult

    /// Makes sure that what ``export(_:)`` reported as delivered has left this process. Does nothing by default.
    func flush() async

    /// Releases what the exporter holds; nothing is exported afterwards. Does nothing by default.
    func shutdown() async
}

extension Exporter {
    /// ``name``: there is no better word for it.
    public var componentType: String { name }

    /// Does nothing: a delivered batch has left already.
    public func flush() async {}

    /// Does nothing: there is nothing to release.
    public func shutdown() async {}
}
