import SignalVocabulary

/// A variable of OpenTelemetry's that sets what variables of ours set too; ours go before it, wherever they stand.
///
/// Source: OpenTelemetry Specification, "Environment Variable Specification" and its "Common" page: an empty value is no value; one that
/// cannot be parsed or is negative is reported and not used; times are milliseconds.
///
/// | variable | sets |
/// |---|---|
/// | `OTEL_SDK_DISABLED` | ``Configuration/isEnabled``, the other way round |
/// | `OTEL_BLRP_SCHEDULE_DELAY` | ``Configuration/Batching-swift.struct/maximumAge`` |
/// | `OTEL_BLRP_EXPORT_TIMEOUT` | ``Configuration/Batching-swift.struct/exportTimeout`` |
/// | `OTEL_METRIC_EXPORT_INTERVAL` | ``Configuration/Metrics-swift.struct/exportInterval`` |
/// | `OTEL_METRIC_EXPORT_TIMEOUT` | ``Configuration/Metrics-swift.struct/exportTimeout`` |
/// | `OTEL_BLRP_MAX_EXPORT_BATCH_SIZE` | ``Configuration/Batching-swift.struct/maximumEventsPerExport``, and ``Configuration/Batching-swift.struct/maximumEvents`` |
/// | `OTEL_BLRP_MAX_QUEUE_SIZE` | ``Configuration/Buffer-swift.struct/capacityBytes``, at 1 KiB an event |
/// | `OTEL_ATTRIBUTE_COUNT_LIMIT`, `OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT` | ``Configuration/LogRecordLimits-swift.struct/attributeCountLimit`` |
/// | `OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT`, `OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT` | ``Configuration/LogRecordLimits-swift.struct/attributeValueLengthLimit`` |
///
/// NOTE: a value past a limit of ours is replaced by that limit and reported; a queue is given 1 MB at least. Our defaults are not
/// OpenTelemetry's: where no variable is set, ours hold.
///
/// None of them is looked at where ``configurationFile`` is set.
package struct OpenTelemetryVariable {
    /// The variable that names a file for "declarative configuration". That file is not read by this version.
    package static let configurationFile = "OTEL_CONFIG_FILE"

    /// The whole name.
    let name: String
    /// What a value must be, to follow "expected".
    let expectation: String
    /// Ours that set the same; the variable is not looked at when all of them are set.
    let ours: [String]
    /// Sets the value, but for what those of ours set that `isSet` says are; false if it cannot be used.
    let apply: (String, inout Configuration, _ isSet: (String) -> Bool) -> Use

    /// What became of a value.
    enum Use: Equatable {
        /// It is used as it is.
        case used
        /// It cannot be used.
        case refused
        /// It is past a limit; this is used.
        case limited(to: String)
    }

    private static let enabled = ConfigurationVariable.prefix + "ENABLED"
    private static let age = ConfigurationVariable.prefix + "FLUSH_INTERVAL_SECONDS"
    private static let count = ConfigurationVariable.prefix + "BATCH_SIZE"
    private static let size = ConfigurationVariable.prefix + "BUFFER_SIZE_MB"

    /// All of them, the general ones before those that go before them.
    static var all: [OpenTelemetryVariable] {
        [
            OpenTelemetryVariable(name: "OTEL_SDK_DISABLED", expectation: "true or false", ours: [enabled]) {
                text, configuration, _ in
                switch text.lowercased() {
                case "true": configuration.isEnabled = false
                case "false": configuration.isEnabled = true
                default: return .refused
                }
                return .used
            },
            milliseconds(
                "OTEL_BLRP_SCHEDULE_DELAY", \.batching.maximumAge, Configuration.Limits.batchAge, [age]),
            milliseconds(
                "OTEL_BLRP_EXPORT_TIMEOUT", \.batching.exportTimeout, Configuration.Limits.exportTimeout, []),
            milliseconds(
                "OTEL_METRIC_EXPORT_INTERVAL", \.metrics.exportInterval, Configuration.Limits.metricInterval,
                []),
            milliseconds(
                "OTEL_METRIC_EXPORT_TIMEOUT", \.metrics.exportTimeout, Configuration.Limits.exportTimeout, []),
            OpenTelemetryVariable(name: "OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", expectation: wholeNumber, ours: [])
            {
                guard let value = number($0), value > 0 else { return .refused }
                let used = min(value, Configuration.Limits.batchEvents.upperBound)
                $1.batching.maximumEventsPerExport = used
                if !$2(count) { $1.batching.maximumEvents = used }
                return used == value ? .used : .limited(to: "\(used)")
            },
            OpenTelemetryVariable(name: "OTEL_BLRP_MAX_QUEUE_SIZE", expectation: wholeNumber, ours: [size]) {
                text, configuration, _ in
                guard let value = number(text), value > 0 else { return .refused }
                let perMB = Configuration.Limits.bytesPerMB / bytesPerRecord
                let limits = Configuration.Limits.bufferMB
                let used = min(max(value, limits.lowerBound * perMB), limits.upperBound * perMB)
                configuration.buffer.capacityBytes = used * bytesPerRecord
                return used >= value ? .used : .limited(to: "\(used)")
            },
            attributeLimit("OTEL_ATTRIBUTE_COUNT_LIMIT") {
                $0.logRecordLimits.attributeCountLimit = $1
            },
            attributeLimit("OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT") {
                $0.logRecordLimits.attributeCountLimit = $1
            },
            attributeLimit("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT") {
                $0.logRecordLimits.attributeValueLengthLimit = $1
            },
            attributeLimit("OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT") {
                $0.logRecordLimits.attributeValueLengthLimit = $1
            },
        ]
    }

    /// What an event is reckoned to take in the buffer where its size is given in events.
    static let bytesPerRecord = 1_024

    private static let wholeNumber = "a whole number of 1 or more"

    private static func attributeLimit(
        _ name: String, _ set: @escaping (inout Configuration, Int) -> Void
    ) -> OpenTelemetryVariable {
        OpenTelemetryVariable(name: name, expectation: "a whole number", ours: []) { text, configuration, _ in
            guard let value = number(text) else { return .refused }
            set(&configuration, value)
            return .used
        }
    }

    private static func milliseconds(
        _ name: String, _ path: WritableKeyPath<Configuration, Duration>, _ limits: ClosedRange<Duration>,
        _ ours: [String]
    ) -> OpenTelemetryVariable {
        OpenTelemetryVariable(name: name, expectation: "a whole number of milliseconds", ours: ours) {
            text, configuration, _ in
            guard let value = number(text) else { return .refused }
            let duration = Duration.milliseconds(value)
            let used = min(max(duration, limits.lowerBound), limits.upperBound)
            configuration[keyPath: path] = used
            return used == duration ? .used : .limited(to: "\(Int(used / .milliseconds(1)))")
        }
    }

    /// A number that is not negative, in decimal digits; past 2^31 it counts as that.
    private static func number(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(ASCII.isDigit) else { return nil }
        return min(Int(text) ?? .max, 1 << 31)
    }
}

extension ConfigurationProblem {
    /// What is to be said where ``OpenTelemetryVariable/configurationFile`` is set: once, whoever reads variables and notices it.
    ///
    /// Source: OpenTelemetry Specification, `configuration/sdk-environment-variables.md`, "Declarative configuration": all other variables MUST be
    /// ignored then, for nobody could tell how the two go together. Those of Signalbook's own are no part of that.
    package static var openTelemetryFileIsNotRead: ConfigurationProblem {
        let name = OpenTelemetryVariable.configurationFile
        return ConfigurationProblem(
            subject: name,
            message:
                "\(name) is set, so every other OTEL_ variable is ignored; the file is not read by this version, and the defaults and TELEMETRY_ variables are used"
        )
    }
}
