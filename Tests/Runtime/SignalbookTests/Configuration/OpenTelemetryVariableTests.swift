import Testing

@testable import Signalbook

@Suite struct OpenTelemetryVariableTests {
    private func load(
        _ environment: [String: String], dotEnv: String = ""
    ) -> (configuration: Configuration, problems: [String]) {
        let (configuration, problems) = Configuration.load(
            environment: environment, dotEnv: DotEnv(parsing: dotEnv.utf8))
        return (configuration, problems.map(\.message))
    }

    @Test func `they set what ours set`() {
        let (configuration, problems) = load([
            "OTEL_BLRP_SCHEDULE_DELAY": "250", "OTEL_BLRP_EXPORT_TIMEOUT": "0",
            "OTEL_BLRP_MAX_QUEUE_SIZE": "20480", "OTEL_BLRP_MAX_EXPORT_BATCH_SIZE": "512",
            "OTEL_SDK_DISABLED": "TRUE", "OTEL_METRIC_EXPORT_INTERVAL": "15000",
            "OTEL_METRIC_EXPORT_TIMEOUT": "0",
        ])
        #expect(problems.isEmpty)
        #expect(configuration.batching.maximumAge == .milliseconds(250))
        #expect(configuration.batching.exportTimeout == .zero)
        #expect(configuration.buffer.capacityBytes == 20 << 20)
        #expect(configuration.batching.maximumEvents == 512)
        #expect(configuration.batching.maximumEventsPerExport == 512)
        #expect(!configuration.isEnabled)
        #expect(configuration.metrics.exportInterval == .seconds(15))
        #expect(configuration.metrics.exportTimeout == .zero)
    }

    @Test func `ours go before them, wherever they stand`() {
        let (configuration, problems) = load(
            [
                "OTEL_BLRP_SCHEDULE_DELAY": "250", "OTEL_BLRP_MAX_QUEUE_SIZE": "x",
                "OTEL_BLRP_MAX_EXPORT_BATCH_SIZE": "512", "OTEL_SDK_DISABLED": "true",
            ],
            dotEnv: """
                TELEMETRY_FLUSH_INTERVAL_SECONDS=2
                TELEMETRY_BUFFER_SIZE_MB=3
                TELEMETRY_BATCH_SIZE=20
                TELEMETRY_ENABLED=true
                """)
        #expect(problems.isEmpty)
        #expect(configuration.batching.maximumAge == .seconds(2))
        #expect(configuration.buffer.capacityBytes == 3 << 20)
        #expect(configuration.batching.maximumEvents == 20)
        #expect(configuration.batching.maximumEventsPerExport == 512)
        #expect(configuration.isEnabled)
    }

    @Test(arguments: [
        ("OTEL_BLRP_SCHEDULE_DELAY", "-1", "expected a whole number of milliseconds; it is not used"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "5s", "expected a whole number of milliseconds; it is not used"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "1.5", "expected a whole number of milliseconds; it is not used"),
        ("OTEL_BLRP_MAX_QUEUE_SIZE", "0", "expected a whole number of 1 or more; it is not used"),
        ("OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", "+5", "expected a whole number of 1 or more; it is not used"),
        ("OTEL_SDK_DISABLED", "yes", "expected true or false; it is not used"),
    ])
    func `a value that cannot be read is reported and not used`(name: String, value: String, expected: String)
    {
        let (configuration, problems) = load([name: value])
        #expect(problems == ["\(name) is \"\(value)\", \(expected) (environment)"])
        #expect(configuration.isEnabled)
        #expect(configuration.batching == Configuration.default.batching)
        #expect(configuration.buffer == Configuration.default.buffer)
    }

    @Test(arguments: [
        ("OTEL_BLRP_SCHEDULE_DELAY", "1", "10"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "99999999999999999999", "3600000"),
        ("OTEL_BLRP_EXPORT_TIMEOUT", "3600001", "3600000"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "0", "10"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "99999999999", "86400000"),
        ("OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", "20000", "10000"),
        ("OTEL_BLRP_MAX_QUEUE_SIZE", "9999999999", "1048576"),
    ])
    func `a value past a limit is reported, and the limit used`(name: String, value: String, limit: String) {
        #expect(
            load([name: value]).problems == [
                "\(name) is \"\(value)\"; using the nearest limit \(limit) (environment)"
            ])
    }

    @Test(
        arguments: [
            ("7", nil, 7, nil, 0), ("7", "9", 9, nil, 0), (nil, "0", 0, nil, 0), ("7", "", 7, nil, 0),
            ("7", "-1", 7, "-1", 1), ("x", nil, nil, "x", 1), ("1.5", "ten", nil, "ten", 2),
            (nil, " 12 ", 12, nil, 0),
            ("+5", nil, nil, "+5", 1), ("99999999999999999999", nil, 1 << 31, nil, 0),
        ] as [(String?, String?, Int?, String?, Int)])
    func `a limit for log records goes before the general one, where it can be read`(
        general: String?, own: String?, expected: Int?, shown: String?, problemCount: Int
    ) {
        for name in ["COUNT_LIMIT", "VALUE_LENGTH_LIMIT"] {
            var environment: [String: String] = [:]
            environment["OTEL_ATTRIBUTE_\(name)"] = general
            environment["OTEL_LOGRECORD_ATTRIBUTE_\(name)"] = own
            let (configuration, problems) = load(environment)
            let limits = configuration.logRecordLimits
            #expect(limits.attributeCountLimit == (name == "COUNT_LIMIT" ? expected : nil) ?? 128)
            #expect(limits.attributeValueLengthLimit == (name == "COUNT_LIMIT" ? nil : expected))
            #expect(problems.count == problemCount)
            if let shown {
                #expect(
                    problems.last?.hasSuffix(
                        "is \"\(shown)\", expected a whole number; it is not used (environment)") == true)
            }
        }
    }

    @Test func `a configuration file makes them all void, but not ours, and is reported once`() {
        let (configuration, problems) = load(
            [
                "OTEL_CONFIG_FILE": "otel.yaml", "OTEL_BLRP_SCHEDULE_DELAY": "x", "OTEL_SDK_DISABLED": "true",
                "OTEL_ATTRIBUTE_COUNT_LIMIT": "3", "TELEMETRY_BATCH_SIZE": "20",
            ], dotEnv: "OTEL_BLRP_EXPORT_TIMEOUT=5\n")
        #expect(problems == [ConfigurationProblem.openTelemetryFileIsNotRead.message])
        #expect(configuration.isEnabled && configuration.batching.maximumEvents == 20)
        #expect(configuration.batching.exportTimeout == Configuration.default.batching.exportTimeout)
        #expect(configuration.logRecordLimits == Configuration.default.logRecordLimits)
        #expect(
            load([:], dotEnv: "OTEL_CONFIG_FILE=otel.yaml\nOTEL_SDK_DISABLED=true\n").configuration.isEnabled)
        #expect(!load(["OTEL_CONFIG_FILE": "", "OTEL_SDK_DISABLED": "true"]).configuration.isEnabled)
    }

    @Test func `an empty value is no value, and a small queue is given the smallest buffer`() {
        let (configuration, problems) = load([
            "OTEL_BLRP_SCHEDULE_DELAY": " ", "OTEL_SDK_DISABLED": "", "OTEL_BLRP_MAX_QUEUE_SIZE": "2",
        ])
        #expect(problems.isEmpty)
        #expect(configuration.isEnabled)
        #expect(configuration.batching == Configuration.default.batching)
        #expect(configuration.buffer.capacityBytes == 1 << 20)
    }
}
