// What the spool can have to say. Messages name files and exporters, never what is in a record.
extension DiagnosticChannel {
    /// The spool directory cannot hold the buffer.
    func reportSpool(_ error: StorageError) {
        report(
            .error, .spoolUnavailable, "the buffer is in memory, for its directory cannot be used: \(error)")
    }

    /// Somebody has truncated or removed a file of the ring, and memory has taken the place of what is missing.
    func reportTruncation(_ path: String, in directory: String) {
        report(
            .error, .spoolTruncated, subject: directory,
            "a file of the running buffer was truncated or removed: '\(path)'; what stood there is lost, and what comes there is in memory"
        )
    }

    /// What another process left is not taken over.
    func reportSpoolLeft(_ reason: String) {
        report(.warning, .spoolLeft, subject: reason, "what waits in a spool is left there: \(reason)")
    }

    /// What another process left was not taken over by anybody until it had expired.
    func reportSpoolExpired(_ path: String, _ reason: String, count: UInt64?) {
        let loss =
            count.map { "\($0) events in it are lost" } ?? "how many events in it are lost cannot be told"
        report(
            .warning, .spoolExpired, subject: path,
            "what waited in a spool for too long is removed: '\(path)': \(reason); \(loss)")
    }

    /// What another process left was removed, since nobody took it over and there was no room.
    func reportSpoolEvicted(_ path: String, count: UInt64?) {
        let loss =
            count.map { "\($0) events in it are lost" } ?? "how many events in it are lost cannot be told"
        report(
            .warning, .spoolExpired, subject: path,
            "what waits in spools is past TELEMETRY_SPOOL_MAX_SIZE_MB, and the oldest is removed: '\(path)'; \(loss)"
        )
    }

    /// A segment's header makes no sense, and nothing else says what was in it.
    func reportDamagedSegment(_ path: String) {
        report(
            .warning, .spoolDamaged, subject: path,
            "a segment of a spool cannot be read: '\(path)'; how many events in it are lost is not known; they are counted as one"
        )
    }

    /// A part of a segment, or the whole of it, is lost.
    func reportLostRecords(in path: String, count: Int) {
        report(
            .warning, .spoolDamaged, subject: path,
            "a segment of a spool is damaged or missing: '\(path)'; "
                + (count == 0 ? "every event in it was found" : "\(count) events in it are lost"))
    }

    /// Something lies where only spools should.
    func reportJunk(_ path: String) {
        report(.note, .spoolJunk, subject: path, "'\(path)' is no part of a spool; it is left alone")
    }
}

extension RuntimeDiagnostic.Code {
    /// The spool directory cannot be used; the buffer is in memory.
    public static let spoolUnavailable = RuntimeDiagnostic.Code(rawValue: "spool-unavailable")
    /// A file of the running buffer was truncated.
    public static let spoolTruncated = RuntimeDiagnostic.Code(rawValue: "spool-truncated")
    /// What a dead process left is not taken over.
    public static let spoolLeft = RuntimeDiagnostic.Code(rawValue: "spool-left")
    /// What a dead process left was removed, for nobody took it over in time.
    public static let spoolExpired = RuntimeDiagnostic.Code(rawValue: "spool-expired")
    /// A part of a spool cannot be read.
    public static let spoolDamaged = RuntimeDiagnostic.Code(rawValue: "spool-damaged")
    /// Something lies in the spool that is no part of it.
    public static let spoolJunk = RuntimeDiagnostic.Code(rawValue: "spool-junk")
}
