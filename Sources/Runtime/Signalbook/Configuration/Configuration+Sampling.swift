extension Configuration {
    /// How much is kept. Rates are shares from 0 (nothing) to 1 (everything); whole requests are kept or dropped together.
    public struct Sampling: Sendable, Hashable {
        /// The share of operations whose events are kept, besides errors.
        ///
        /// Variable `TELEMETRY_SAMPLE_RATE`, default 1, from 0 to 1.
        public var rate: Double = 1

        /// The share of events of severity `error` and `fatal` that are kept. Less than 1 loses errors.
        ///
        /// Variable `TELEMETRY_SAMPLE_RATE_ERRORS`, default 1, from 0 to 1.
        public var errorRate: Double = 1

        /// The defaults.
        public init() {}
    }

    /// How events are put together for the exporters: a batch goes when either limit is reached.
    public struct Batching: Sendable, Hashable {
        /// How many waiting events are shipped without waiting for more; whatever waits by then goes along.
        ///
        /// Variable `TELEMETRY_BATCH_SIZE` or `OTEL_BLRP_MAX_EXPORT_BATCH_SIZE`, default 10, from 1 to 10,000.
        public var maximumEvents = 10

        /// How long an event waits for others.
        ///
        /// Variable `TELEMETRY_FLUSH_INTERVAL_SECONDS`, in seconds, with a fraction if you like, or `OTEL_BLRP_SCHEDULE_DELAY`, in
        /// milliseconds; default 5 s, from 10 ms to 1 h.
        public var maximumAge: Duration = .seconds(5)

        /// The most events in one call of an exporter; one of more than 1 MB does not come together either, unless a single event is larger.
        ///
        /// Variable `OTEL_BLRP_MAX_EXPORT_BATCH_SIZE`, which stands for ``maximumEvents`` too; default 4,096, from 1 to 10,000.
        public var maximumEventsPerExport = 4_096

        /// How long one call of an exporter may take before it is cancelled; the events are sent again then. Zero: as long as it likes.
        ///
        /// Variable `OTEL_BLRP_EXPORT_TIMEOUT`, in milliseconds; default 30 s, from 0 to 1 h.
        public var exportTimeout: Duration = .seconds(30)

        /// The defaults.
        public init() {}
    }

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

    /// What becomes of events that violate their catalog's constraints.
    public struct Validation: Sendable, Hashable {
        /// What to do with such an event.
        ///
        /// Variable `TELEMETRY_ON_VIOLATION`, `reject` or `mark`; default `reject`.
        public var onViolation: ViolationPolicy = .reject

        /// The defaults.
        public init() {}
    }

    /// What to do with an event that violates its catalog's constraints.
    public struct ViolationPolicy: Sendable, Hashable, CustomStringConvertible {
        private enum Backing {
            case reject, mark
        }
        private let backing: Backing

        /// Drop it and count it as rejected.
        public static let reject = ViolationPolicy(backing: .reject)
        /// Ship it, with what it violates in the attribute `violations`.
        public static let mark = ViolationPolicy(backing: .mark)

        /// The word that the variable takes.
        public var description: String { "\(backing)" }
    }
}
