/// Why an event was lost.
public struct DropReason: Sendable, Hashable, CustomStringConvertible {
    /// A stable name, such as `buffer_full`.
    public let description: String

    /// The buffer had no room.
    public static var bufferFull: DropReason { DropReason(description: "buffer_full") }
    /// Its record was larger than 64 KiB.
    public static var tooLarge: DropReason { DropReason(description: "too_large") }
    /// It came after ``Telemetry/shutdown(deadline:)``.
    public static var afterShutdown: DropReason { DropReason(description: "after_shutdown") }
    /// All of the buffer's lanes were held for so long that tracking gave up rather than wait.
    public static var contended: DropReason { DropReason(description: "contended") }
    /// No exporter took it.
    public static var exportFailed: DropReason { DropReason(description: "export_failed") }
    /// It failed again and again although others of its batch arrived.
    public static var retriesExhausted: DropReason { DropReason(description: "retries_exhausted") }
    /// No exporter had taken it when the telemetry was shut down, and its buffer is in memory, or its file was truncated or removed.
    public static var unsent: DropReason { DropReason(description: "unsent") }
    /// It was tracked from within an exporter, which would feed on itself.
    public static var whileExporting: DropReason { DropReason(description: "while_exporting") }
    /// There was no exporter for it: the process has none and its buffer is in memory, or it waited in a file and the process that took the
    /// file over does not have its exporter.
    public static var noExporter: DropReason { DropReason(description: "no_exporter") }
    /// It made room for newer ones: the buffer or the spool was at its size limit.
    public static var evicted: DropReason { DropReason(description: "evicted") }
    /// It was older than ``Configuration/Buffer-swift.struct/maximumSpoolAgeHours``.
    public static var expired: DropReason { DropReason(description: "expired") }
    /// Its bytes were damaged where it waited.
    public static var corrupted: DropReason { DropReason(description: "corrupted") }
    /// The user opted out before any exporter had taken it; see ``Telemetry/optOut(purging:)``.
    public static var optedOut: DropReason { DropReason(description: "opted_out") }
}
