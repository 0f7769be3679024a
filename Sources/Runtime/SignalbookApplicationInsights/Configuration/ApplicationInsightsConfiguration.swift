public import Signalbook

/// How events become the telemetry of Azure Application Insights.
///
/// ```swift
/// Telemetry.start(SignalCatalog.self, exporting: [.applicationInsights])
/// ```
///
/// Values come from, strongest first: code (``Signalbook/ExporterProvider/applicationInsights(connectionString:_:)``), the variables of the
/// process and of `.env`, the defaults here.
public struct ApplicationInsightsConfiguration: Sendable {
    /// Where to send to and as whom, as the Azure portal shows it. Never printed.
    ///
    /// Variables `TELEMETRY_APP_INSIGHTS_CONNECTION_STRING`, then `APPLICATIONINSIGHTS_CONNECTION_STRING`; no default.
    public var connectionString: Secret

    /// The variables of ``connectionString``, the one that goes before the other first.
    static let connectionStringVariables = [
        "TELEMETRY_APP_INSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING",
    ]

    /// Which events are requests, and where they say what a request needs.
    public var requests = Requests()

    /// Where events of severity `error` and `fatal` say what an exception needs.
    public var exceptions = Exceptions()

    /// What the program is called on the application map (`ai.cloud.role`), at most 256 characters; nil: the catalog's name.
    ///
    /// Variable `OTEL_SERVICE_NAME`, default nil.
    public var role: String?

    /// What this instance of it is called (`ai.cloud.roleInstance`), at most 256 characters; nil: the host's name.
    ///
    /// No variable; default nil.
    public var roleInstance: String?

    /// Whether what is sent is compressed with gzip.
    ///
    /// No variable; default true, as Microsoft recommends.
    public var isCompressed = true

    /// How long one request may take, its answer included.
    ///
    /// No variable; default 30 s.
    public var timeout: Duration = .seconds(30)

    /// The defaults, with a connection string.
    public init(connectionString: Secret) { self.connectionString = connectionString }

    /// Which events are sent as requests, so that Application Insights shows rates, failures and percentiles of them.
    ///
    /// An event without a number in ``duration`` is sent as an ordinary event, whatever its name.
    public struct Requests: Sendable, Hashable {
        /// The events' names in the catalog.
        public var events: Set<String> = ["request_completed", "request_failed"]
        /// The property with the duration, in milliseconds.
        public var duration = "duration_ms"
        /// The property with the HTTP status. A request is a success below 400, and without one when its event is less than an error.
        public var status = "status_code"
        /// The property with the HTTP method: the first half of the request's name.
        public var method = "method"
        /// The property with the route: the second half of the request's name.
        public var route = "endpoint"

        /// The names of the service catalog.
        public init() {}
    }

    /// Where events of severity `error` and `fatal` say what an exception needs. Each of them is sent as an exception.
    public struct Exceptions: Sendable, Hashable {
        /// The property with the error's class; without one, the event's name is the class.
        public var type = "error_type"
        /// The property with the error's message; without one, the event's name is the message.
        public var message = "error_message"
        /// The property with the stack as text.
        public var stack = "stack_trace"

        /// The names of the service catalog.
        public init() {}
    }
}
