import Signalbook
import Testing
import TestSupport

@testable import SignalbookOTLP

@Suite struct EnvironmentTests {
    private func load(_ environment: [String: String]) -> (OTLPConfiguration, [String]) {
        let loaded = OTLPConfiguration.load(environment)
        return (loaded.configuration, loaded.problems.map(\.message))
    }

    @Test func `without variables the defaults are used, in silence`() {
        let (configuration, problems) = load([:])
        #expect(configuration == OTLPConfiguration.default)
        #expect(problems.isEmpty)
        #expect(
            OTLPExporter(configuration, diagnostics: DiagnosticChannel { _ in }).endpoint
                == "http://localhost:4318/v1/logs")
    }

    @Test(arguments: [
        ("http://c:4318", nil, "http://c:4318/v1/logs"), ("http://c:4318/", nil, "http://c:4318/v1/logs"),
        ("http://c:4318/mycollector/", nil, "http://c:4318/mycollector/v1/logs"),
        ("http://c/my?tenant=a", nil, "http://c/my/v1/logs?tenant=a"),
        ("http://c", "http://l:9/own", "http://l:9/own"), ("http://c", "https://l", "https://l"),
        ("", "http://l/", "http://l/"), ("", "", "http://localhost:4318/v1/logs"),
        ("http://c", "no url", "http://c/v1/logs"), ("nowhere", nil, "http://localhost:4318/v1/logs"),
    ])
    func `the general endpoint gets the signal's path, the one for logs is used as it is`(
        general: String, logs: String?, expected: String
    ) {
        var environment: [String: String] = [:]
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = general
        environment["OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"] = logs
        let (configuration, problems) = load(environment)
        #expect(configuration.endpoint.revealed == expected)
        #expect(problems.isEmpty != (general == "nowhere" || logs == "no url"))
    }

    @Test func `an endpoint for logs without a path is the root`() {
        let (configuration, _) = load(["OTEL_EXPORTER_OTLP_LOGS_ENDPOINT": "http://l:4318"])
        #expect(
            OTLPExporter(configuration, diagnostics: DiagnosticChannel { _ in }).endpoint == "http://l:4318/")
    }

    @Test func `header fields are read from the variable for logs, else from the general one`() {
        let general = ["OTEL_EXPORTER_OTLP_HEADERS": "api-key=SECRET%3D1, x = y z ,bad,=SECRET,%=SECRET"]
        let (configuration, problems) = load(general)
        #expect(configuration.headers == ["api-key": "SECRET=1", "x": "y z"])
        #expect(
            problems == [
                "OTEL_EXPORTER_OTLP_HEADERS member 3 has no =; it is skipped",
                "OTEL_EXPORTER_OTLP_HEADERS member 4 has no key before its =; it is skipped",
                "OTEL_EXPORTER_OTLP_HEADERS member 5 is not percent-encoded UTF-8; it is skipped",
            ])
        let (own, _) = load(general.merging(["OTEL_EXPORTER_OTLP_LOGS_HEADERS": "only=this"]) { $1 })
        #expect(own.headers == ["only": "this"])
    }

    @Test(arguments: [
        ("5000", nil, 5000, 0), ("5000", "70", 70, 0), ("5000", "-1", 5000, 1), ("x", "", 10_000, 1),
        ("0", nil, 0, 0),
        ("99999999999999", nil, 86_400_000, 0),
    ])
    func `the time-out is in milliseconds`(
        general: String, logs: String?, milliseconds: Int, problemCount: Int
    ) {
        var environment = ["OTEL_EXPORTER_OTLP_TIMEOUT": general]
        environment["OTEL_EXPORTER_OTLP_LOGS_TIMEOUT"] = logs
        let (configuration, problems) = load(environment)
        #expect(configuration.timeout == .milliseconds(milliseconds))
        #expect(problems.count == problemCount)
    }

    @Test func `compression and protocol are words in any case`() {
        let (configuration, problems) = load([
            "OTEL_EXPORTER_OTLP_COMPRESSION": "GZIP", "OTEL_EXPORTER_OTLP_PROTOCOL": "HTTP/JSON",
            "OTEL_EXPORTER_OTLP_LOGS_COMPRESSION": "zstd",
        ])
        #expect(configuration.compression == .gzip && configuration.encoding == .json)
        #expect(
            problems == [
                "OTEL_EXPORTER_OTLP_LOGS_COMPRESSION is \"zstd\", expected gzip, none; it is not used"
            ])
        let (none, _) = load([
            "OTEL_EXPORTER_OTLP_LOGS_COMPRESSION": "none", "OTEL_EXPORTER_OTLP_COMPRESSION": "gzip",
        ])
        #expect(none.compression == .none)
    }

    @Test func `grpc is reported, and http with protobuf used`() {
        let (configuration, problems) = load(["OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"])
        #expect(configuration.encoding == .protobuf)
        #expect(
            problems == [
                "OTEL_EXPORTER_OTLP_PROTOCOL is \"grpc\", which this version does not speak; using http/protobuf"
            ])
    }

    @Test func `resource attributes are percent-decoded, and the service's name has a variable of its own`() {
        let (configuration, problems) = load([
            "OTEL_RESOURCE_ATTRIBUTES": "service.name=a,deployment.environment.name=staging%2C1,team = core",
            "OTEL_SERVICE_NAME": " shop ",
        ])
        #expect(
            configuration.resource == [
                "service.name": "shop", "deployment.environment.name": "staging,1", "team": "core",
            ])
        #expect(problems.isEmpty)
    }

    @Test(arguments: ["a=1,b", "a=1,=x", "a=%zz", "a=1,b=%ff"])
    func `resource attributes with any error are discarded whole`(text: String) {
        let (configuration, problems) = load(["OTEL_RESOURCE_ATTRIBUTES": text, "OTEL_SERVICE_NAME": "shop"])
        #expect(configuration.resource == ["service.name": "shop"])
        #expect(problems.count == 1 && problems[0].hasSuffix("none of it is used"))
    }

    @Test func `a configuration file makes every other variable void`() {
        let loaded = OTLPConfiguration.load([
            "OTEL_CONFIG_FILE": "otel.yaml", "OTEL_SDK_DISABLED": "true", "OTEL_LOGS_EXPORTER": "console",
            "OTEL_EXPORTER_OTLP_ENDPOINT": "http://elsewhere", "OTEL_RESOURCE_ATTRIBUTES": "%",
        ])
        #expect(loaded.sendsOTLP && !loaded.writesConsole && loaded.configuration == .default)
        #expect(loaded.problems == [.openTelemetryFileIsNotRead])
        #expect(
            OTLPConfiguration.load(["OTEL_CONFIG_FILE": " ", "OTEL_SDK_DISABLED": "true"]).sendsOTLP == false)
    }

    @Test(arguments: [
        ("otlp", true, false), ("none", false, false), ("console", false, true),
        ("OTLP, console", true, true),
        ("zipkin", true, false), (" ", true, false), ("none,otlp", true, false),
    ])
    func `the exporter is chosen by name`(text: String, otlp: Bool, console: Bool) {
        let loaded = OTLPConfiguration.load(["OTEL_LOGS_EXPORTER": text])
        #expect(loaded.sendsOTLP == otlp && loaded.writesConsole == console)
        #expect(loaded.problems.isEmpty == (text != "zipkin"))
    }

    @Test func `a disabled SDK sends nothing, and says so`() {
        let loaded = OTLPConfiguration.load(["OTEL_SDK_DISABLED": "TRUE"])
        #expect(!loaded.sendsOTLP && loaded.problems.map(\.severity) == [.note])
        #expect(OTLPConfiguration.load(["OTEL_SDK_DISABLED": "1"]).sendsOTLP)
    }

    @Test func `a log level is not applied, and named`() {
        let loaded = OTLPConfiguration.load(["OTEL_LOG_LEVEL": "debug"])
        #expect(loaded.problems.map(\.subject) == ["OTEL_LOG_LEVEL"])
    }

    @Test func `no variable traps, and no problem shows a header`() {
        var generator = SeededGenerator(seed: 5)
        let names = [
            "ENDPOINT", "LOGS_ENDPOINT", "HEADERS", "LOGS_HEADERS", "TIMEOUT", "COMPRESSION", "PROTOCOL",
            "CERTIFICATE",
        ]
        let parts = [
            "http://", "SECRET", "=", ",", "%", "%41", "%zz", "[", "@", ":", "\u{0}", "\n", "é", "4318", "/",
            "?", "grpc", "gzip", "-",
        ]
        for _ in 0..<5_000 {
            var environment: [String: String] = [:]
            for name in names {
                let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                    parts.randomElement(using: &generator) ?? ""
                }
                environment["OTEL_EXPORTER_OTLP_" + name] = text.joined()
            }
            let loaded = OTLPConfiguration.load(environment)
            let (_, problems) = loaded.configuration.plan()
            for problem in loaded.problems + problems
            where problem.subject.hasSuffix("HEADERS") || problem.subject == "headers" {
                #expect(!problem.message.dropFirst(20).contains("=SECRET"))
            }
        }
    }
}
