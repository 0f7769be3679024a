extension Configuration {
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
}
