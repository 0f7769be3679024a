/// To whom a redirect may lead: the instrumentation key goes along.
enum TrustedHosts {
    /// The domains under which Azure Monitor takes telemetry, public and sovereign clouds
    /// (azure-sdk-for-python, `azure-monitor-opentelemetry-exporter`, `_constants.py`).
    private static let domains = [
        ".applicationinsights.azure.com", ".applicationinsights.azure.us", ".applicationinsights.azure.cn",
        ".monitor.azure.com", ".monitor.azure.us", ".monitor.azure.cn", ".services.visualstudio.com",
    ]

    /// Whether telemetry meant for `origin` may go to `target`: the same host, or both are under one domain of Azure Monitor's.
    static func allow(_ target: String, from origin: String) -> Bool {
        let target = target.lowercased()
        let origin = origin.lowercased()
        if target == origin { return true }
        return domains.contains { target.hasSuffix($0) && origin.hasSuffix($0) }
    }
}
