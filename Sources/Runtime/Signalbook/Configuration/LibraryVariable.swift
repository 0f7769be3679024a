/// A variable that an exporter in a library of its own answers to.
///
/// The only place of this library that names other ones: it must be possible to say which of them an app has to import.
struct LibraryVariable {
    /// The whole name.
    let name: String
    /// The ``ExporterProvider/name`` of the provider that reads it.
    let provider: String
    /// The library that has the provider.
    let library: String
    /// The provider as it is written in code.
    let call: String

    private static let applicationInsights = (
        provider: "application-insights", library: "SignalbookApplicationInsights",
        call: ".applicationInsights"
    )
    private static let otlp = (provider: "otlp", library: "SignalbookOTLP", call: ".otlp")

    /// All of them; of each provider the one that goes before others first.
    static let all =
        ["TELEMETRY_APP_INSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING"]
        .map { LibraryVariable($0, of: applicationInsights) }
        + ["OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"].map {
            LibraryVariable($0, of: otlp)
        }

    private init(_ name: String, of library: (provider: String, library: String, call: String)) {
        self.name = name
        provider = library.provider
        self.library = library.library
        call = library.call
    }
}
