// What tracking reports. Messages name events, properties and constraints, never values.
extension DiagnosticChannel {
    /// An event broke its catalog's constraints and was refused.
    func reportRejected(_ event: String, _ violations: [ConstraintViolation]) {
        report(
            .warning, .eventRejected, subject: event,
            "event '\(event)' breaks its catalog and was rejected: \(ConstraintViolation.list(violations))")
    }

    /// An event broke its catalog's constraints and was shipped marked.
    func reportMarked(_ event: String, _ violations: [ConstraintViolation]) {
        report(
            .warning, .eventMarked, subject: event,
            "event '\(event)' breaks its catalog and was marked: \(ConstraintViolation.list(violations))")
    }

    /// An event had more attributes than a record may have.
    func reportLimited(_ event: String, limit: Int) {
        report(
            .warning, .attributesDropped, subject: event,
            "event '\(event)' was written with its first \(limit) attributes; raise OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT to keep more"
        )
    }

    /// An event found no room.
    func reportDropped(_ event: String, isTooLarge: Bool) {
        if isTooLarge {
            report(
                .warning, .eventDropped, subject: event,
                "event '\(event)' was dropped: its record is larger than \(EventBuffer.maximumRecordSize) bytes"
            )
        } else {
            reportFullBuffer()
        }
    }

    /// An event came after the shutdown.
    func reportAfterShutdown(_ event: String) {
        report(
            .warning, .eventDropped, subject: event,
            "event '\(event)' was dropped: telemetry was shut down before it")
    }

    /// An exporter tracked an event.
    func reportWhileExporting(_ event: String) {
        report(
            .warning, .eventDropped, subject: event,
            "event '\(event)' was dropped: it was tracked from within an exporter, which would feed on itself"
        )
    }

    /// `start` was called again.
    func reportSecondStart() {
        report(.warning, .secondStart, "telemetry was started already; the first one stays")
    }

    /// The process ends, and nobody has shut the telemetry down.
    func reportExit(pending: Int) {
        report(
            .warning, .exitWithoutShutdown,
            """
            the process ends without a shutdown, and \(pending) events in memory have not reached every exporter; await \
            shutdown() before the end, or set TELEMETRY_SPOOL_DIRECTORY
            """)
    }

    /// Something was lost by the time of the shutdown.
    func reportLosses(_ statistics: Statistics) {
        let exporters = statistics.exporters.map { "; \($0)" }.joined()
        let isElsewhere = statistics.dropped + statistics.rejected + statistics.pending == 0
        report(
            .warning, .losses,
            isElsewhere
                ? "at shutdown every event had been delivered, but not to every exporter: \(statistics); by exporter\(exporters)"
                : "at shutdown not every event had been delivered: \(statistics); by exporter\(exporters)")
    }
}

extension RuntimeDiagnostic.Code {
    /// An event broke its catalog's constraints and was refused.
    public static let eventRejected = RuntimeDiagnostic.Code(rawValue: "event-rejected")
    /// An event broke its catalog's constraints and was shipped marked.
    public static let eventMarked = RuntimeDiagnostic.Code(rawValue: "event-marked")
    /// Attributes of an event were left out, for it had more than a record may have.
    public static let attributesDropped = RuntimeDiagnostic.Code(rawValue: "attributes-dropped")
    /// The process-wide telemetry was started twice.
    public static let secondStart = RuntimeDiagnostic.Code(rawValue: "second-start")
    /// The process ended without a shutdown while events were in memory.
    public static let exitWithoutShutdown = RuntimeDiagnostic.Code(rawValue: "exit-without-shutdown")
    /// Not every event was delivered when the telemetry was shut down.
    public static let losses = RuntimeDiagnostic.Code(rawValue: "losses")
}
