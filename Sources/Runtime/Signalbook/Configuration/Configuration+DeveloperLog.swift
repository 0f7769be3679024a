extension Configuration {
    /// The log of every event in a file, as JSON lines: works with no backend at all.
    public struct DeveloperLog: Sendable, Hashable {
        /// Whether it is written.
        ///
        /// Variable `TELEMETRY_ENABLE_DEV_LOGGER`, default true.
        public var isEnabled = true

        /// The file; relative to the directory in which the process runs.
        ///
        /// Variable `TELEMETRY_DEV_LOGGER_PATH`, default `signals.jsonl`. Its directory must exist.
        public var path = "signals.jsonl"

        /// How big the file gets before it is rotated; all files together take up to `1 + keptFiles` times this.
        ///
        /// Variable `TELEMETRY_DEV_LOGGER_MAX_SIZE_MB`, in MB of 1,048,576 bytes; default 10 MB, from 1 MB to 10,240 MB.
        public var maximumSizeMB = 10

        /// How many rotated files are kept (`signals.1.jsonl`, the youngest, to `signals.3.jsonl`).
        ///
        /// No variable; default 3, from 0 to 100.
        public var keptFiles = 3

        /// The defaults.
        public init() {}
    }
}
