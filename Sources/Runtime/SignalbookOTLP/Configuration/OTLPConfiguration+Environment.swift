import SignalTransport
import Signalbook

extension OTLPConfiguration {
    /// What the `OTEL_…` variables ask for.
    struct Environment {
        /// The configuration that they make of the defaults.
        var configuration = OTLPConfiguration()
        /// Whether events are sent over OTLP.
        var sendsOTLP = true
        /// Whether events are written to standard output.
        var writesConsole = false
        /// What is wrong with them.
        var problems: [ConfigurationProblem] = []
    }

    /// Reads the variables.
    static func load(_ environment: [String: String]) -> Environment {
        var reader = VariableReader(environment)
        var result = Environment()
        if reader.text(OpenTelemetryVariable.configurationFile) != nil {
            result.problems = [.openTelemetryFileIsNotRead]
            return result
        }
        if reader.boolean("OTEL_SDK_DISABLED") {
            reader.report(
                "OTEL_SDK_DISABLED", "is true: nothing is sent over OTLP; other exporters are not concerned",
                severity: .note)
            result.sendsOTLP = false
        } else {
            result.readExporters(&reader)
            if result.sendsOTLP { result.configuration.read(&reader) }
            if reader.text("OTEL_LOG_LEVEL") != nil {
                reader.report(
                    "OTEL_LOG_LEVEL", "is not applied: diagnostics have a handler of their own",
                    severity: .note)
            }
        }
        result.problems = reader.problems
        return result
    }
}

extension OTLPConfiguration.Environment {
    /// `OTEL_LOGS_EXPORTER`: one name or several with commas between them.
    fileprivate mutating func readExporters(_ reader: inout VariableReader) {
        let variable = "OTEL_LOGS_EXPORTER"
        guard let text = reader.text(variable) else { return }
        let known = ["otlp", "console", "none"]
        var names: [String] = []
        for part in text.split(separator: ",").prefix(16) {
            let name = part.lowercased().filter { $0 != " " && $0 != "\t" }
            if known.contains(name) {
                names.append(name)
            } else {
                reader.report(
                    variable,
                    "has \(reader.shown(name)), expected \(known.joined(separator: ", ")); it is ignored")
            }
        }
        guard !names.isEmpty else { return }
        sendsOTLP = names.contains("otlp")
        writesConsole = names.contains("console")
    }
}

extension OTLPConfiguration {
    /// Reads everything that concerns the exporter itself.
    fileprivate mutating func read(_ reader: inout VariableReader) {
        readEndpoint(&reader)
        if let name = Self.name(of: "HEADERS", in: reader) { readHeaders(name, &reader) }
        if let milliseconds = Self.first("TIMEOUT", in: &reader, { $0.integer($1) }) {
            timeout = .milliseconds(min(milliseconds, 86_400_000))
        }
        if let word = Self.first("COMPRESSION", in: &reader, { $0.choice($1, of: ["gzip", "none"]) }) {
            compression = word == "gzip" ? .gzip : .none
        }
        let protocols = ["http/protobuf", "http/json", "grpc"]
        if let word = Self.first("PROTOCOL", in: &reader, { $0.choice($1, of: protocols) }) {
            encoding = word == "http/json" ? .json : .protobuf
            if word == "grpc", let name = Self.name(of: "PROTOCOL", in: reader) {
                reader.report(name, "is \"grpc\", which this version does not speak; using http/protobuf")
            }
        }
        certificateFile = Self.first("CERTIFICATE", in: &reader) { $0.text($1) }
        clientCertificateFile = Self.first("CLIENT_CERTIFICATE", in: &reader) { $0.text($1) }
        clientKeyFile = Self.first("CLIENT_KEY", in: &reader) { $0.text($1) }
        readResource(&reader)
    }

    private mutating func readEndpoint(_ reader: inout VariableReader) {
        // As it is, and with an empty path becoming `/`; the general one is a base to which the signal's path is added.
        for (variable, path) in [("LOGS_ENDPOINT", nil), ("ENDPOINT", "v1/logs")] {
            let name = Self.prefix + variable
            guard let text = reader.text(name) else { continue }
            do throws(InvalidEndpoint) {
                _ = try HTTPEndpoint(text)
                endpoint = Secret(path.map { Self.appending($0, to: text) } ?? text)
                return
            } catch {
                reader.report(name, "\(error.reason); it is not used")
            }
        }
    }

    /// The URL with more at the end of its path: `http://c/mycollector/` with `v1/logs` is `http://c/mycollector/v1/logs`.
    private static func appending(_ path: String, to url: String) -> String {
        let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
        let base = url[..<end]
        return base + (base.hasSuffix("/") ? "" : "/") + path + url[end...]
    }

    private mutating func readHeaders(_ name: String, _ reader: inout VariableReader) {
        let list = BaggageList(reader.text(name) ?? "")
        for problem in list.errors {
            reader.report(name, "member \(problem.place) \(problem.reason); it is skipped")
        }
        for member in list.members { headers[member.key] = Secret(member.value) }
    }

    private mutating func readResource(_ reader: inout VariableReader) {
        let variable = "OTEL_RESOURCE_ATTRIBUTES"
        if let text = reader.text(variable) {
            let list = BaggageList(text)
            if let problem = list.errors.first {
                reader.report(variable, "member \(problem.place) \(problem.reason); none of it is used")
            } else {
                for member in list.members { resource[member.key] = member.value }
            }
        }
        if let name = reader.text("OTEL_SERVICE_NAME") { resource["service.name"] = name }
    }

    private static let prefix = "OTEL_EXPORTER_OTLP_"

    /// The variable for logs if it is set, else the one for all signals if that is.
    private static func name(of variable: String, in reader: VariableReader) -> String? {
        [prefix + "LOGS_" + variable, prefix + variable].first { reader.text($0) != nil }
    }

    /// The value of the variable for logs if it can be read, else that of the one for all signals.
    private static func first<Value>(
        _ variable: String, in reader: inout VariableReader, _ read: (inout VariableReader, String) -> Value?
    ) -> Value? {
        read(&reader, prefix + "LOGS_" + variable) ?? read(&reader, prefix + variable)
    }
}
