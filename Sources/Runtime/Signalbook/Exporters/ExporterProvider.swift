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
    /// What it makes exporters for, in kebab-case, such as `otlp`.
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
}
