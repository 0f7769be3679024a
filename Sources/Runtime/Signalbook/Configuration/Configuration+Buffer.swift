extension Configuration {
    /// Where events wait between `track` and their exporters.
    public struct Buffer: Sendable, Hashable {
        /// How many bytes of encoded events may wait; what does not fit is dropped and counted.
        ///
        /// Variable `TELEMETRY_BUFFER_SIZE_MB`, in MB of 1,048,576 bytes, or `OTEL_BLRP_MAX_QUEUE_SIZE`, in events of 1 KiB; default 8 MB,
        /// from 1 MB to 1,024 MB.
        public var capacityBytes = 8 * 1_048_576

        /// The directory of the files in which events wait, so that they survive a crash; nil: plain memory.
        ///
        /// Variable `TELEMETRY_SPOOL_DIRECTORY`, default nil.
        ///
        /// The directory must belong to this user and be writable by nobody else; it is made if only its last component is missing. Each
        /// process keeps a directory of its own in it, and takes over those that dead ones left.
        public var directory: String?

        /// Whether the process lives on when somebody truncates the files in ``directory`` while it runs; otherwise the system ends it
        /// (`SIGBUS`).
        ///
        /// No variable, default true. For this the first telemetry with a ``directory`` installs a handler of `SIGBUS`, for the whole process
        /// and until it ends. A fault in one of the files puts memory in the place of what is missing: the events that stood there are counted
        /// as ``DropReason/corrupted``, and the diagnostic channel says so. Every other fault goes on to the handler that was there before, or
        /// ends the process as before. A crash reporter should be started before the telemetry. One that is started after it comes first,
        /// and must hand on to the handler it found; where it takes such a fault for a crash, the process ends as it would have without
        /// this. Set it to false where the app wants to be alone with the signal.
        public var guardsAgainstTruncation = true

        /// How many MB what dead processes left may take in ``directory``; above that the oldest events are dropped and counted, errors last.
        ///
        /// Variable `TELEMETRY_SPOOL_MAX_SIZE_MB`, in MB of 1,048,576 bytes; default 256 MB, from 1 MB to 1,048,576 MB.
        public var maximumSpoolSizeMB = 256

        /// How many hours after they were tracked events are still delivered, the process's own and those that a dead one left; older ones,
        /// errors too, are dropped and counted as ``DropReason/expired``.
        ///
        /// Variable `TELEMETRY_SPOOL_MAX_AGE_HOURS`, in hours; default 48, from 1 to 8,760.
        public var maximumSpoolAgeHours = 48

        /// The defaults.
        public init() {}
    }
}
