import Signalbook

/// Takes everything and keeps nothing.
struct DiscardingExporter: Exporter {
    let name = "discarding"

    func export(_ batch: RecordBatch) async -> ExportResult { .delivered }
}
