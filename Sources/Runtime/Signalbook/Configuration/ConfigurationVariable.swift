/// A variable that sets one thing in a ``Configuration``.
struct ConfigurationVariable {
    /// What every name starts with.
    static let prefix = "TELEMETRY_"

    /// The whole name.
    let name: String
    /// What a value must be, to follow "expected".
    let expectation: String
    /// What is used instead of a value that cannot be, as text.
    let fallback: String
    /// Sets the value; false if it cannot be used.
    let apply: (String, inout Configuration) -> Bool

    private init(
        _ name: String, expectation: String, fallback: String,
        apply: @escaping (String, inout Configuration) -> Bool
    ) {
        self.name = Self.prefix + name
        self.expectation = expectation
        self.fallback = fallback
        self.apply = apply
    }
}

extension ConfigurationVariable {
    /// The variables of ``HashKey``, which are read together.
    static let hashKey = prefix + "HASH_KEY"
    static let hashKeyID = prefix + "HASH_KEY_ID"

    /// Every variable but the hash key's.
    static var all: [ConfigurationVariable] {
        [
            .boolean("ENABLED", \.isEnabled),
            .number("SAMPLE_RATE", \.sampling.rate, Configuration.Limits.rate),
            .number("SAMPLE_RATE_ERRORS", \.sampling.errorRate, Configuration.Limits.rate),
            .boolean("SANITIZE_PII", \.privacy.scrubsText),
            .boolean("HASH_IP_ADDRESSES", \.privacy.hashesIPAddresses),
            .boolean("TRUNCATE_LARGE_PAYLOADS", \.privacy.truncatesLargePayloads),
            .integer("MAX_PAYLOAD_SIZE", \.privacy.maximumPayloadSize, Configuration.Limits.payloadSize),
            .integer("BATCH_SIZE", \.batching.maximumEvents, Configuration.Limits.batchEvents),
            .seconds("FLUSH_INTERVAL_SECONDS", \.batching.maximumAge, Configuration.Limits.batchAge),
            .boolean("ENABLE_DEV_LOGGER", \.developerLog.isEnabled),
            .text("DEV_LOGGER_PATH", \.developerLog.path),
            .integer("DEV_LOGGER_MAX_SIZE_MB", \.developerLog.maximumSizeMB, Configuration.Limits.logSizeMB),
            .boolean("CONSOLE", \.console.isEnabled),
            .boolean("TRACK_REQUEST_HEADERS", \.requests.tracksRequestHeaders),
            .boolean("TRACK_RESPONSE_HEADERS", \.requests.tracksResponseHeaders),
            .boolean("TRACK_REQUEST_BODY", \.requests.tracksRequestBody),
            .boolean("TRACK_RESPONSE_BODY", \.requests.tracksResponseBody),
            .bufferSize("BUFFER_SIZE_MB"),
            .optionalText("SPOOL_DIRECTORY", \.buffer.directory),
            .integer(
                "SPOOL_MAX_SIZE_MB", \.buffer.maximumSpoolSizeMB, Configuration.Limits.spoolSizeMB),
            .integer(
                "SPOOL_MAX_AGE_HOURS", \.buffer.maximumSpoolAgeHours, Configuration.Limits.spoolAgeHours),
            .violationPolicy("ON_VIOLATION"),
        ]
    }
}

/// One constructor for each way of reading a value.
extension ConfigurationVariable {
    private static func boolean(
        _ name: String, _ path: WritableKeyPath<Configuration, Bool>
    ) -> ConfigurationVariable {
        ConfigurationVariable(
            name, expectation: "true or false", fallback: "\(Configuration()[keyPath: path])"
        ) {
            switch $0.lowercased() {
            case "true", "1", "yes", "on": $1[keyPath: path] = true
            case "false", "0", "no", "off": $1[keyPath: path] = false
            default: return false
            }
            return true
        }
    }

    private static func integer(
        _ name: String, _ path: WritableKeyPath<Configuration, Int>, _ limits: ClosedRange<Int>
    ) -> ConfigurationVariable {
        ConfigurationVariable(
            name, expectation: "a whole number from \(limits.lowerBound) to \(limits.upperBound)",
            fallback: "\(Configuration()[keyPath: path])"
        ) {
            guard let value = Int($0), limits.contains(value) else { return false }
            $1[keyPath: path] = value
            return true
        }
    }

    private static func number(
        _ name: String, _ path: WritableKeyPath<Configuration, Double>, _ limits: ClosedRange<Double>
    ) -> ConfigurationVariable {
        ConfigurationVariable(
            name, expectation: "a number from \(limits.lowerBound) to \(limits.upperBound)",
            fallback: "\(Configuration()[keyPath: path])"
        ) {
            guard let value = decimal($0), limits.contains(value) else { return false }
            $1[keyPath: path] = value
            return true
        }
    }

    private static func seconds(
        _ name: String, _ path: WritableKeyPath<Configuration, Duration>, _ limits: ClosedRange<Duration>
    ) -> ConfigurationVariable {
        ConfigurationVariable(
            name,
            expectation:
                "seconds from \(limits.lowerBound / .seconds(1)) to \(limits.upperBound / .seconds(1))",
            fallback: "\(Configuration()[keyPath: path] / .seconds(1))"
        ) {
            // Not before the value is known to be small: `Duration.seconds` traps on what it cannot hold.
            guard let value = decimal($0), (0...1e6).contains(value) else { return false }
            let duration = Duration.milliseconds((value * 1000).rounded())
            guard limits.contains(duration) else { return false }
            $1[keyPath: path] = duration
            return true
        }
    }

    private static func text(
        _ name: String, _ path: WritableKeyPath<Configuration, String>
    ) -> ConfigurationVariable {
        ConfigurationVariable(name, expectation: "a text", fallback: Configuration()[keyPath: path]) {
            $1[keyPath: path] = $0
            return true
        }
    }

    private static func optionalText(
        _ name: String, _ path: WritableKeyPath<Configuration, String?>
    ) -> ConfigurationVariable {
        ConfigurationVariable(name, expectation: "a text", fallback: "none") {
            $1[keyPath: path] = $0
            return true
        }
    }

    private static func bufferSize(_ name: String) -> ConfigurationVariable {
        let limits = Configuration.Limits.bufferMB
        return ConfigurationVariable(
            name, expectation: "a whole number from \(limits.lowerBound) to \(limits.upperBound)",
            fallback: "\(Configuration().buffer.capacityBytes / Configuration.Limits.bytesPerMB)"
        ) {
            guard let value = Int($0), limits.contains(value) else { return false }
            $1.buffer.capacityBytes = value * Configuration.Limits.bytesPerMB
            return true
        }
    }

    private static func violationPolicy(_ name: String) -> ConfigurationVariable {
        ConfigurationVariable(
            name, expectation: "reject or mark", fallback: "\(Configuration().validation.onViolation)"
        ) {
            let word = $0.lowercased()
            let policies: [Configuration.ViolationPolicy] = [.reject, .mark]
            guard let policy = policies.first(where: { $0.description == word }) else { return false }
            $1.validation.onViolation = policy
            return true
        }
    }

    /// A number in decimal notation; `Double` alone would take `nan`, `inf` and `0x1p4` too.
    private static func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }) else { return nil }
        return Double(text)
    }
}
