/// Makes exporters from the configuration and the environment: how a library of exporters plugs into the runtime.
///
/// ```swift
/// import SignalbookOTLP
///
/// Telemetry.start(SignalCatalog.self, exporting: [.otlp])
/// ```
///
/// A library adds a static member, such as `.otlp`, in an extension of this type.
public struct ExporterProvider: Sendable {
    /// What it makes exporters for, in kebab-case; see ``otlpName`` and ``applicationInsightsName``.
    public let name: String

    private let make: @Sendable (ExporterSetup) -> [any Exporter]

    /// A provider.
    ///
    /// - Parameters:
    ///   - name: what it makes exporters for, in kebab-case.
    ///   - make: makes them; none where the configuration and the environment ask for none. Called once for each telemetry, before it
    ///     starts; it must be quick and touch no network. What is wrong goes to ``ExporterSetup/diagnostics``.
    public init(name: String, make: @escaping @Sendable (ExporterSetup) -> [any Exporter]) {
        self.name = name
        self.make = make
    }

    /// The exporters for one telemetry.
    public func exporters(for setup: ExporterSetup) -> [any Exporter] { make(setup) }

    /// The name of the provider of OTLP exporters.
    public static var otlpName: String { "otlp" }
    /// The name of the provider of exporters to Azure Application Insights.
    public static var applicationInsightsName: String { "application-insights" }
}

/// What a provider makes exporters from.
public struct ExporterSetup: Sendable {
    /// The configuration, with everything within its limits.
    public var configuration: Configuration
    /// The process's environment, over the variables of the `.env` file; empty values are left out.
    public var environment: [String: String]
    /// The catalog whose events are exported.
    public var catalog: CatalogIdentity
    /// The properties that every event carries.
    public var context: [ContextPropertyDefinition]
    /// Where to say what is wrong.
    public var diagnostics: DiagnosticChannel

    /// A setup with the given parts.
    public init(
        configuration: Configuration, environment: [String: String], catalog: CatalogIdentity,
        context: [ContextPropertyDefinition], diagnostics: DiagnosticChannel
    ) {
        self.configuration = configuration
        self.environment = environment
        self.catalog = catalog
        self.context = context
        self.diagnostics = diagnostics
    }
}
