public import SignalVocabulary

/// Takes batches of encoded records somewhere: a file, a terminal, a collector.
///
/// The runtime never overlaps two calls to one exporter, calls none from the thread that tracks, and keeps a batch until its
/// result is known. Both work and waiting are the exporter's own: nothing here may trap or block for ever, and a failure is a
/// ``ExportResult``, never a thrown error.
///
/// Each exporter has a thread of its own, on which its calls run: it may block that, and holds up nobody but itself. It goes on while
/// every thread of the concurrency pool is blocked, as long as it waits for nothing that needs one of them; `Task.sleep` and actors with an
/// executor of their own may. A call that takes longer than ``Configuration/Batching-swift.struct/exportTimeout`` is cancelled.
///
/// What an exporter tracks itself, in its task and that task's children, is dropped and counted as ``DropReason/whileExporting``.
///
/// Do not write one in order to test what an app tracks: `SignalbookTesting` has a recorder, and ``InMemoryExporter`` keeps
/// events as values.
public protocol Exporter: Sendable {
    /// The name under which statistics and diagnostics speak of it, such as `json-lines`; the same throughout its life.
    var name: String { get }

    /// What it is, for OpenTelemetry's `otel.component.type`, such as `otlp_http_log_exporter`; ``name`` by default.
    var componentType: String { get }

    /// What it takes; log records by default, which events are. Asked for once, before the first batch.
    ///
    /// It is given no batch of another kind, and such records do not wait for it.
    var kinds: Set<SignalKind> { get }

    /// Delivers a batch, or says why not.
    ///
    /// Runs where the caller runs. What is to be sent again comes again, though not always in the same batches; the same record may arrive
    /// twice where nobody knew whether it had arrived, and has the same `log.record.uid` then.
    func export(_ batch: RecordBatch) async -> ExportResult

    /// Delivers the state of all metrics, or says why not. Fails by default.
    ///
    /// Called for exporters whose ``kinds`` have metrics: in the interval ``Configuration/Metrics-swift.struct/exportInterval``, at a flush, and
    /// before ``shutdown()``. Values are cumulative, so a snapshot that did not arrive is not sent again: the next one has all that it had.
    func export(_ snapshot: MetricSnapshot) async -> ExportResult

    /// Makes what ``export(_:)-(RecordBatch)`` reported as delivered as safe as it can be, as at the end of a flush. Does nothing by default.
    func flush() async

    /// Releases what the exporter holds; nothing is exported afterwards. Does nothing by default.
    func shutdown() async
}

extension Exporter {
    /// ``name``: there is no better word for it.
    public var componentType: String { name }

    /// Log records.
    public var kinds: Set<SignalKind> { [.logs] }

    /// Fails: it takes no metrics.
    public func export(_ snapshot: MetricSnapshot) async -> ExportResult {
        .failed("exporter '\(name)' takes no metrics", errorType: "unsupported")
    }

    /// Whether it is given batches.
    var takesRecords: Bool { kinds.contains { $0 != .metrics } }

    /// Does nothing: a delivered batch has left already.
    public func flush() async {}

    /// Does nothing: there is nothing to release.
    public func shutdown() async {}
}
