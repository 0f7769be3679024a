// What the spool can have to say. Messages name files and exporters, never what is in a record.
extension DiagnosticChannel {
    /// The spool directory cannot hold the buffer.
    func reportSpool(_ error: StorageError) {
        report(
            .error, .spoolUnavailable, "the buffer is in memory, for its directory cannot be used: \(error)")
    }

    /// What another process left is not taken over.
    func reportSpoolLeft(_ reason: String) {
        report(.warning, .spoolLeft, subject: reason, "what waits in a spool is left there: \(reason)")
    }

    /// A segment's header makes no sense.
    func reportDamagedSegment(_ path: String) {
        report(
            .warning, .spoolDamaged, subject: path,
            "a segment of a spool cannot be read and is skipped: '\(path)'")
    }

    /// Something lies where only spools should.
    func reportJunk(_ path: String) {
        report(.note, .spoolJunk, subject: path, "'\(path)' is no part of a spool; it is left alone")
    }
}

extension RuntimeDiagnostic.Code {
    /// The spool directory cannot be used; the buffer is in memory.
    public static let spoolUnavailable = RuntimeDiagnostic.Code(rawValue: "spool-unavailable")
    /// What a dead process left is not taken over.
    public static let spoolLeft = RuntimeDiagnostic.Code(rawValue: "spool-left")
    /// A part of a spool cannot be read.
    public static let spoolDamaged = RuntimeDiagnostic.Code(rawValue: "spool-damaged")
    /// Something lies in the spool that is no part of it.
    public static let spoolJunk = RuntimeDiagnostic.Code(rawValue: "spool-junk")
}
