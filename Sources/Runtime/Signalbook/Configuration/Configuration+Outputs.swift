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

    /// The log of every event on standard output, for people.
    public struct Console: Sendable, Hashable {
        /// Whether it is written.
        ///
        /// Variable `TELEMETRY_CONSOLE`, default false.
        public var isEnabled = false

        /// The defaults.
        public init() {}
    }

    /// What automatic request tracking records besides endpoint, method, status, duration and sizes.
    ///
    /// All of it is off by default, for all of it is likely to hold personal data.
    public struct Requests: Sendable, Hashable {
        /// Whether the headers of requests are recorded.
        ///
        /// Variable `TELEMETRY_TRACK_REQUEST_HEADERS`, default false.
        public var tracksRequestHeaders = false

        /// Whether the headers of responses are recorded.
        ///
        /// Variable `TELEMETRY_TRACK_RESPONSE_HEADERS`, default false.
        public var tracksResponseHeaders = false

        /// Whether the bodies of requests are recorded: a risk to privacy.
        ///
        /// Variable `TELEMETRY_TRACK_REQUEST_BODY`, default false.
        public var tracksRequestBody = false

        /// Whether the bodies of responses are recorded: a risk to privacy.
        ///
        /// Variable `TELEMETRY_TRACK_RESPONSE_BODY`, default false.
        public var tracksResponseBody = false

        /// The defaults.
        public init() {}
    }

    /// Azure Application Insights.
    public struct ApplicationInsights: Sendable, Hashable {
        /// Where to send to and as whom, as the Azure portal shows it; nil: nothing is sent there.
        ///
        /// Variable `TELEMETRY_APP_INSIGHTS_CONNECTION_STRING`, default nil. Never printed.
        public var connectionString: Secret?

        /// The defaults.
        public init() {}
    }
}
