/// Everything about the runtime that can be set.
///
/// Values come from, strongest first: code, the process's environment, a `.env` file, the defaults here
/// (``load(environment:dotEnv:contextVariables:)``). Nothing here can stop the host: what cannot be used is reported once and
/// replaced by its default or the nearest legal value.
///
/// An empty variable counts as not set. Booleans are `true`, `1`, `yes`, `on`, `false`, `0`, `no`, `off`, in any case.
public struct Configuration: Sendable {
    /// Whether anything is tracked at all. Off: `track` returns at once and no file is touched.
    ///
    /// Variable `TELEMETRY_ENABLED`, default true.
    public var isEnabled = true

    /// How much is kept.
    public var sampling = Sampling()

    /// What is done to personal data beyond what the catalog asks for.
    public var privacy = Privacy()

    /// How events are put together for the exporters.
    public var batching = Batching()

    /// How metrics are exported.
    public var metrics = Metrics()

    /// What happens when a backend does not take a batch.
    public var retry = Retry()

    /// Where events wait.
    public var buffer = Buffer()

    /// How much one record may hold.
    public var logRecordLimits = LogRecordLimits()

    /// What becomes of events that violate their catalog's constraints.
    public var validation = Validation()

    /// The log of every event in a file, as JSON lines.
    public var developerLog = DeveloperLog()

    /// The log of every event on the terminal.
    public var console = Console()

    /// What automatic request tracking records.
    public var requests = Requests()

    /// Process-wide values of context properties, by their name in the catalog, as text.
    ///
    /// They replace the catalog's defaults; scopes opened with `SignalContext` replace them. Variables: those that the catalog's
    /// `context` names with `variable:`. Default: empty.
    public var context: [String: String] = [:]

    /// The text of a variable of the environment or `.env` file that this was loaded from; nil if it is not set. Context properties of
    /// catalogs that the telemetry was not started with have their values from here.
    var variable: @Sendable (_ name: String) -> String? = { _ in nil }

    /// Receives what the runtime has to say about itself; nil: one line each on standard error.
    ///
    /// Runs on whatever thread has something to say, so it must be quick and must not wait. No variable.
    public var diagnosticHandler: DiagnosticChannel.Handler?

    /// The defaults.
    public init() {}

    /// The defaults.
    public static var `default`: Configuration { Configuration() }
}
