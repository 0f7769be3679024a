// What shipping reports. Reasons come from exporters, which keep secrets out of them.
extension DiagnosticChannel {
    /// Not every record of an export arrived.
    func reportExport(_ exporter: String, count: Int, _ result: ExportResult, _ reason: String) {
        report(
            .warning, result.isDelivered ? .recordsRejected : .exportFailed, subject: exporter,
            "exporter '\(exporter)' did not take all of \(count) events: \(reason)")
    }

    /// Not every data point of an export of metrics arrived.
    func reportMetrics(_ exporter: String, _ result: ExportResult, _ reason: String) {
        report(
            .warning, result.isDelivered ? .recordsRejected : .exportFailed, subject: "\(exporter) metrics",
            "exporter '\(exporter)' did not take all metrics: \(reason)"
                + (result.isDelivered ? "" : "; the next export has them all"))
    }

    /// An exporter has failed so often that it is hardly tried any more.
    func reportSuspension(of exporter: String, failures: Int) {
        report(
            .warning, .exporterSuspended, subject: exporter,
            "exporter '\(exporter)' has failed \(failures) times in a row and is suspended; its events wait")
    }

    /// A suspended exporter delivers again.
    func reportRecovery(of exporter: String, failures: Int) {
        report(
            .note, .exporterRecovered, subject: exporter,
            "exporter '\(exporter)' delivers again after \(failures) failures")
    }

    /// No exporter takes records.
    ///
    /// - Parameter buffer: where they wait in files; nil: in memory, where they do not.
    func reportNoExporter(waitingIn buffer: Configuration.Buffer?) {
        guard let buffer, let directory = buffer.directory else {
            return report(
                .warning, .noExporter,
                "there is no exporter: every event is dropped and counted; start with 'exporting:' or set TELEMETRY_ENABLE_DEV_LOGGER"
            )
        }
        report(
            .warning, .noExporter,
            """
            there is no exporter: events wait in '\(directory)' for a process that has one, for \(buffer.maximumSpoolAgeHours) h and \
            as long as there is room
            """)
    }

    /// There are more exporters than the buffer has cursors for.
    func reportTooManyExporters(_ exporter: String) {
        report(
            .error, .tooManyExporters, subject: exporter,
            "exporter '\(exporter)' is left out, for there can be \(RecordSlots.maximumCount) at most")
    }
}

extension RuntimeDiagnostic.Code {
    /// An exporter failed so often that it is only probed now and then.
    public static let exporterSuspended = RuntimeDiagnostic.Code(rawValue: "exporter-suspended")
    /// An exporter that was suspended delivers again.
    public static let exporterRecovered = RuntimeDiagnostic.Code(rawValue: "exporter-recovered")
    /// No exporter takes records.
    public static let noExporter = RuntimeDiagnostic.Code(rawValue: "no-exporter")
    /// There are more exporters than can be.
    public static let tooManyExporters = RuntimeDiagnostic.Code(rawValue: "too-many-exporters")
}
