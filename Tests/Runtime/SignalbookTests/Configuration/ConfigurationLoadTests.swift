import Signalbook
import Testing

@Suite struct ConfigurationLoadTests {
    private func load(
        _ environment: [String: String] = [:], dotEnv: String? = nil, context: [String: String] = [:]
    ) -> (configuration: Configuration, problems: [String]) {
        let loaded = Configuration.load(
            environment: environment, dotEnv: dotEnv.map { DotEnv(parsing: $0.utf8) },
            contextVariables: context)
        return (loaded.configuration, loaded.problems.map(\.description))
    }

    @Test func `the defaults are those of the service's document`() {
        let (configuration, problems) = load()
        #expect(problems.isEmpty)
        #expect(configuration.isEnabled)
        #expect(configuration.sampling.rate == 1)
        #expect(configuration.sampling.errorRate == 1)
        #expect(configuration.privacy.scrubsText)
        #expect(configuration.privacy.hashesIPAddresses)
        #expect(configuration.privacy.truncatesLargePayloads)
        #expect(configuration.privacy.maximumPayloadSize == 10_000)
        #expect(configuration.batching.maximumEvents == 10)
        #expect(configuration.batching.maximumAge == .seconds(5))
        #expect(configuration.developerLog.isEnabled)
        #expect(configuration.developerLog.maximumSizeMB == 10)
        #expect(configuration.requests == Configuration.Requests())
        #expect(!configuration.requests.tracksRequestHeaders && !configuration.requests.tracksResponseHeaders)
        #expect(!configuration.requests.tracksRequestBody && !configuration.requests.tracksResponseBody)
    }

    @Test func `every variable sets its setting`() {
        let (configuration, problems) = load([
            "TELEMETRY_ENABLED": "off",
            "TELEMETRY_APP_INSIGHTS_CONNECTION_STRING": "InstrumentationKey=abc",
            "TELEMETRY_SAMPLE_RATE": "0.1",
            "TELEMETRY_SAMPLE_RATE_ERRORS": "0.5",
            "TELEMETRY_SANITIZE_PII": "no",
            "TELEMETRY_HASH_IP_ADDRESSES": "0",
            "TELEMETRY_TRUNCATE_LARGE_PAYLOADS": "FALSE",
            "TELEMETRY_MAX_PAYLOAD_SIZE": "2000",
            "TELEMETRY_BATCH_SIZE": "512",
            "TELEMETRY_FLUSH_INTERVAL_SECONDS": "0.25",
            "TELEMETRY_ENABLE_DEV_LOGGER": "false",
            "TELEMETRY_DEV_LOGGER_PATH": "/var/log/signals.jsonl",
            "TELEMETRY_DEV_LOGGER_MAX_SIZE_MB": "25",
            "TELEMETRY_TRACK_REQUEST_HEADERS": "true",
            "TELEMETRY_TRACK_RESPONSE_HEADERS": "Yes",
            "TELEMETRY_TRACK_REQUEST_BODY": "ON",
            "TELEMETRY_TRACK_RESPONSE_BODY": "1",
            "TELEMETRY_HASH_KEY": "a passphrase of more than 32 bytes!",
            "TELEMETRY_HASH_KEY_ID": "2026-01",
            "TELEMETRY_CONSOLE": "true",
            "TELEMETRY_ON_VIOLATION": "Mark",
            "TELEMETRY_BUFFER_SIZE_MB": "64",
            "TELEMETRY_SPOOL_DIRECTORY": "/var/spool/signals",
            "TELEMETRY_SPOOL_MAX_SIZE_MB": "512",
            "TELEMETRY_SPOOL_MAX_AGE_HOURS": "72",
        ])
        #expect(problems.isEmpty)
        #expect(!configuration.isEnabled)
        #expect(configuration.sampling.rate == 0.1)
        #expect(configuration.sampling.errorRate == 0.5)
        #expect(!configuration.privacy.scrubsText)
        #expect(!configuration.privacy.hashesIPAddresses)
        #expect(!configuration.privacy.truncatesLargePayloads)
        #expect(configuration.privacy.maximumPayloadSize == 2000)
        #expect(configuration.batching.maximumEvents == 512)
        #expect(configuration.batching.maximumAge == .milliseconds(250))
        #expect(!configuration.developerLog.isEnabled)
        #expect(configuration.developerLog.path == "/var/log/signals.jsonl")
        #expect(configuration.developerLog.maximumSizeMB == 25)
        #expect(configuration.requests.tracksRequestHeaders && configuration.requests.tracksResponseHeaders)
        #expect(configuration.requests.tracksRequestBody && configuration.requests.tracksResponseBody)
        #expect(
            configuration.privacy.hashKey
                == HashKey(bytes: "a passphrase of more than 32 bytes!".utf8, id: "2026-01"))
        #expect(configuration.console.isEnabled)
        #expect(configuration.validation.onViolation == .mark)
        #expect(configuration.buffer.capacityBytes == 64 * 1_048_576)
        #expect(configuration.buffer.directory == "/var/spool/signals")
        #expect(configuration.buffer.maximumSpoolSizeMB == 512)
        #expect(configuration.buffer.maximumSpoolAgeHours == 72)
    }

    @Test func `the environment goes before the file, and an empty variable is none`() {
        let file = "TELEMETRY_BATCH_SIZE=20\nTELEMETRY_SAMPLE_RATE=0.2 # a fifth\nTELEMETRY_ENABLED=false"
        let (configuration, problems) = load(
            ["TELEMETRY_BATCH_SIZE": "30", "TELEMETRY_SAMPLE_RATE": " ", "TELEMETRY_ENABLED": "true"],
            dotEnv: file)
        #expect(problems.isEmpty)
        #expect(configuration.batching.maximumEvents == 30)
        #expect(configuration.sampling.rate == 0.2)
        #expect(configuration.isEnabled)
    }

    @Test(arguments: [
        ("SAMPLE_RATE", "1.5", "expected a number from 0.0 to 1.0; using the default 1.0"),
        ("SAMPLE_RATE", "nan", "expected a number from 0.0 to 1.0; using the default 1.0"),
        ("SAMPLE_RATE", "0x1p-1", "expected a number from 0.0 to 1.0; using the default 1.0"),
        ("BATCH_SIZE", "0", "expected a whole number from 1 to 10000; using the default 10"),
        ("BATCH_SIZE", "ten", "expected a whole number from 1 to 10000; using the default 10"),
        (
            "BATCH_SIZE", "99999999999999999999",
            "expected a whole number from 1 to 10000; using the default 10"
        ),
        ("FLUSH_INTERVAL_SECONDS", "-1", "expected seconds from 0.01 to 3600.0; using the default 5.0"),
        ("FLUSH_INTERVAL_SECONDS", "1e300", "expected seconds from 0.01 to 3600.0; using the default 5.0"),
        ("ENABLED", "ja", "expected true or false; using the default true"),
        ("ON_VIOLATION", "explode", "expected reject or mark; using the default reject"),
        ("BUFFER_SIZE_MB", "0", "expected a whole number from 1 to 1024; using the default 8"),
        (
            "HASH_KEY_ID", "a b",
            "expected 1 to 64 letters, digits, `.`, `_` and `-`; using the default default"
        ),
    ])
    func `a bad value is reported with what was expected, and the default is used`(
        name: String, value: String, expected: String
    ) {
        let (configuration, problems) = load(["TELEMETRY_\(name)": value])
        #expect(
            problems == [
                "warning: TELEMETRY_\(name) is \"\(value)\", \(expected) (environment) [invalid-configuration]"
            ])
        #expect(
            configuration.sampling == .init() && configuration.batching == .init() && configuration.isEnabled)
        #expect(configuration.validation == .init() && configuration.buffer == .init())
    }

    @Test func `a bad value of the file is reported with its line`() {
        #expect(
            load(dotEnv: "\nTELEMETRY_BATCH_SIZE=x\nbroken").problems == [
                "warning: .env:3: expected `=` after the variable's name; the line is skipped [invalid-configuration]",
                """
                warning: TELEMETRY_BATCH_SIZE is "x", expected a whole number from 1 to 10000; using the default 10 (.env:2) \
                [invalid-configuration]
                """,
            ])
    }

    @Test func `a long or wild value is cut and cleaned in the message`() {
        let problems = load([
            "TELEMETRY_BATCH_SIZE": "\u{1B}[31m\u{202E}" + String(repeating: "x", count: 200)
        ])
        .problems
        #expect(problems.count == 1)
        #expect(
            problems.first.map {
                $0.contains("\u{FFFD}[31m\u{FFFD}xxx") && $0.contains("…\"") && $0.count < 250
            }
                ?? false)
    }

    @Test func `a short hash key is refused without being shown`() {
        let (configuration, problems) = load(["TELEMETRY_HASH_KEY": "hunter2"])
        #expect(configuration.privacy.hashKey == nil)
        #expect(
            problems == [
                """
                warning: TELEMETRY_HASH_KEY gives fewer than 32 bytes, expected at least that many in hexadecimal, Base64 or as \
                text; it is not used (environment) [invalid-configuration]
                """
            ])
    }

    @Test func `an unknown variable gets a note, with what may have been meant`() {
        #expect(
            load(
                ["TELEMETRY_SAMPEL_RATE": "1", "TELEMETRY_XYZZY_PLUGH": "1", "OTHER": "1"],
                dotEnv: "telemetry_enabled=true"
            ).problems == [
                """
                note: TELEMETRY_SAMPEL_RATE is not a variable of Signalbook; did you mean TELEMETRY_SAMPLE_RATE? (environment) \
                [unknown-variable]
                """,
                "note: TELEMETRY_XYZZY_PLUGH is not a variable of Signalbook (environment) [unknown-variable]",
                """
                note: telemetry_enabled is not a variable of Signalbook; did you mean TELEMETRY_ENABLED? (.env:1) \
                [unknown-variable]
                """,
            ])
    }

    @Test func `the catalog's variables set context properties and are known`() {
        let (configuration, problems) = load(
            ["TELEMETRY_APP_ID": "api", "ENVIRONMENT": ""], dotEnv: "ENVIRONMENT=staging",
            context: ["TELEMETRY_APP_ID": "app_id", "ENVIRONMENT": "environment", "REGION": "region"])
        #expect(problems.isEmpty)
        #expect(configuration.context == ["app_id": "api", "environment": "staging"])
    }

    @Test func `what is set in code is brought within the limits`() {
        var configuration = Configuration.default
        configuration.sampling.rate = 2
        configuration.sampling.errorRate = .nan
        configuration.batching.maximumEvents = -1
        configuration.batching.maximumAge = .seconds(-1)
        configuration.buffer.capacityBytes = .max
        let normalized = configuration.normalized()
        #expect(normalized.configuration.sampling.rate == 1)
        #expect(normalized.configuration.sampling.errorRate == 1)
        #expect(normalized.configuration.batching.maximumEvents == 1)
        #expect(normalized.configuration.batching.maximumAge == .milliseconds(10))
        #expect(normalized.configuration.buffer.capacityBytes == 1024 * 1_048_576)
        #expect(
            normalized.problems.map(\.subject) == [
                "sampling.rate", "sampling.errorRate", "batching.maximumEvents", "batching.maximumAge",
                "buffer.capacityBytes",
            ])
        #expect(normalized.problems.first?.message == "sampling.rate is 2.0, expected 0.0 to 1.0; using 1.0")
        #expect(Configuration.default.normalized().problems.isEmpty)
    }

    @Test func `no description of a configuration shows a secret`() {
        let (configuration, _) = load([
            "TELEMETRY_APP_INSIGHTS_CONNECTION_STRING": "InstrumentationKey=hunter2",
            "TELEMETRY_HASH_KEY": "hunter2hunter2hunter2hunter2hunter2!",
        ])
        #expect(configuration.privacy.hashKey != nil)
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!dumped.contains("hunter2") && !dumped.contains("104"))
        #expect(
            !"\(configuration)".contains("hunter2") && !String(reflecting: configuration).contains("hunter2"))
    }
}
