/// What a provider makes exporters from.
public struct ExporterSetup: Sendable {
    /// The configuration, with everything within its limits.
    public var configuration: Configuration
    /// The process's environment, over the variables of the `.env` file; empty values are left out.
    public var environment: [String: String]
    /// The catalog that the telemetry was started with. Records of other catalogs may come too; each names its own.
    public var catalog: CatalogIdentity
    /// The properties that every event of that catalog carries.
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
