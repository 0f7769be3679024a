import SignalTransport
import Signalbook

/// A configuration made ready for use: everything in it can be used as it is.
struct OTLPPlan: Sendable {
    /// Where to send; nil: nowhere.
    var destination: HTTPDestination?
    /// Why nothing is sent; empty if something is.
    var refusal = ""
    /// The configured header fields of every request.
    var headers: [HTTPHeaderField] = []
    /// The exporter's own header fields of every request, but for `Content-Encoding`.
    var ownHeaders: [HTTPHeaderField] = []
    /// The limit of one export; nil: none.
    var timeout: Duration?
    /// Whether records are sent in JSON.
    var isJSON = false
    /// The level of compression; nil: none.
    var compressionLevel: Int?
    /// The resource's attributes.
    var resource: [(key: String, value: SignalValue)] = []
}

extension OTLPConfiguration {
    /// Header fields that are the exporter's own.
    private static let reservedNames: Set<String> = [
        "content-type", "content-encoding", "content-length", "host", "connection", "transfer-encoding",
    ]
    private static let levels = 1...9
    private static let longestTimeout = Duration.seconds(86_400)

    /// What to do, and what of the configuration cannot be used.
    func plan() -> (OTLPPlan, [ConfigurationProblem]) {
        var plan = OTLPPlan()
        var problems: [ConfigurationProblem] = []
        func report(_ subject: String, _ message: String, _ severity: RuntimeDiagnostic.Severity) {
            problems.append(ConfigurationProblem(severity: severity, subject: subject, message: message))
        }
        plan.isJSON = encoding == .json
        plan.headers = configuredHeaders(report)
        plan.ownHeaders = ownHeaders
        if timeout < .zero || timeout > Self.longestTimeout {
            report(
                "timeout", "the OTLP timeout is \(timeout), expected 0 to \(Self.longestTimeout); using 10 s",
                .warning)
            plan.timeout = .seconds(10)
        } else {
            plan.timeout = timeout == .zero ? nil : timeout
        }
        let (attributes, resourceProblems) = effectiveResource()
        plan.resource = attributes
        problems += resourceProblems
        do throws(InvalidEndpoint) {
            let endpoint = try HTTPEndpoint(endpoint.revealed)
            plan.compressionLevel = compressionLevel(for: endpoint, report)
            plan.destination = destination(endpoint)
            refuseCertificates(for: endpoint, &plan, report)
        } catch {
            plan.refusal = "the OTLP endpoint \(error.reason)"
            report("endpoint", "\(plan.refusal); nothing is sent over OTLP", .error)
        }
        return (plan, problems)
    }

    /// Takes what is wrong: a subject, a message, and how bad it is.
    private typealias Report = (String, String, RuntimeDiagnostic.Severity) -> Void

    private var ownHeaders: [HTTPHeaderField] {
        let version = SignalbookVersion.current
        return [
            HTTPHeaderField(
                "Content-Type", encoding == .json ? "application/json" : "application/x-protobuf"),
            // `protocol/exporter.md`, "User Agent": a distribution's own name stands before it.
            HTTPHeaderField("User-Agent", "Signalbook/\(version) OTel-OTLP-Exporter-Swift/\(version)"),
        ].compactMap { $0 }
    }

    private func configuredHeaders(_ report: Report) -> [HTTPHeaderField] {
        var fields: [HTTPHeaderField] = []
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            let shown = plainLine(name.utf8, maximumLength: 64)
            if Self.reservedNames.contains(name.lowercased()) {
                report(
                    "headers", "the OTLP header \"\(shown)\" is the exporter's own; yours is not used",
                    .warning)
            } else if let field = HTTPHeaderField(name, value.revealed) {
                fields.append(field)
            } else {
                report(
                    "headers",
                    "the OTLP header \"\(shown)\" has a name or a value that no header can have; it is left out",
                    .warning)
            }
        }
        return fields
    }

    private func compressionLevel(
        for endpoint: HTTPEndpoint, _ report: Report
    ) -> Int? {
        guard compression == .gzip || compression == .automatic && !endpoint.isLoopback else { return nil }
        if Self.levels.contains(compressionLevel) { return compressionLevel }
        report(
            "compressionLevel", "the OTLP compression level is \(compressionLevel), expected 1 to 9; using 1",
            .warning)
        return 1
    }

    private func destination(_ endpoint: HTTPEndpoint) -> HTTPDestination {
        let trusted = Set(trustedRedirectHosts.map { $0.lowercased() })
        return HTTPDestination(endpoint) { trusted.contains($0.host) }
    }

    /// Certificates of one's own cannot be used, and sending without them would be less secure than asked.
    private func refuseCertificates(
        for endpoint: HTTPEndpoint, _ plan: inout OTLPPlan, _ report: Report
    ) {
        guard certificateFile != nil || clientCertificateFile != nil || clientKeyFile != nil else { return }
        guard endpoint.isSecure else {
            return report(
                "certificate", "an OTLP certificate is set, but the endpoint is not https; it is not used",
                .warning)
        }
        plan.destination = nil
        plan.refusal = "certificates of one's own cannot be used on this platform"
        report(
            "certificate",
            """
            an OTLP certificate or client key is set, and \(plan.refusal): nothing is sent over OTLP; add the authority to the \
            system's store and unset it
            """, .error)
    }
}
