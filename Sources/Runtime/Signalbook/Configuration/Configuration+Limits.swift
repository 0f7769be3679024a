extension Configuration {
    /// What settings may be at least and at most; the settings' documentation repeats these.
    enum Limits {
        static let rate = 0.0...1.0
        static let payloadSize = 16...1_000_000
        static let batchEvents = 1...10_000
        static let batchAge = Duration.milliseconds(10)...Duration.seconds(3600)
        static let exportTimeout = Duration.zero...Duration.seconds(3600)
        static let metricInterval = Duration.milliseconds(10)...Duration.seconds(86_400)
        static let retryDelay = Duration.milliseconds(1)...Duration.seconds(3600)
        static let serverDelay = Duration.zero...Duration.seconds(86_400)
        static let failures = 1...100
        static let attempts = 1...1_000
        static let logSizeMB = 1...10_240
        static let keptFiles = 0...100
        static let bufferMB = 1...1024
        static let spoolSizeMB = 1...1_048_576
        static let spoolAgeHours = 1...8_760
        static let bytesPerMB = 1_048_576
    }

    /// This configuration with everything within its limits, and what had to be changed.
    ///
    /// For what was set in code: variables are checked where they are read. A value past a limit becomes that limit; one that is no
    /// number becomes the default.
    package func normalized() -> (configuration: Configuration, problems: [ConfigurationProblem]) {
        var result = self
        var problems: [ConfigurationProblem] = []
        func clamp<Value: Comparable>(
            _ path: WritableKeyPath<Configuration, Value>, _ name: String, _ limits: ClosedRange<Value>
        ) {
            let value = self[keyPath: path]
            guard !limits.contains(value) else { return }
            // A NaN is neither below nor above.
            let used =
                value < limits.lowerBound
                ? limits.lowerBound
                : value > limits.upperBound ? limits.upperBound : Configuration()[keyPath: path]
            result[keyPath: path] = used
            problems.append(
                ConfigurationProblem(
                    subject: name,
                    message:
                        "\(name) is \(value), expected \(limits.lowerBound) to \(limits.upperBound); using \(used)"
                ))
        }
        clamp(\.sampling.rate, "sampling.rate", Limits.rate)
        clamp(\.sampling.errorRate, "sampling.errorRate", Limits.rate)
        clamp(\.privacy.maximumPayloadSize, "privacy.maximumPayloadSize", Limits.payloadSize)
        clamp(\.batching.maximumEvents, "batching.maximumEvents", Limits.batchEvents)
        clamp(\.batching.maximumAge, "batching.maximumAge", Limits.batchAge)
        clamp(\.batching.maximumEventsPerExport, "batching.maximumEventsPerExport", Limits.batchEvents)
        clamp(\.batching.exportTimeout, "batching.exportTimeout", Limits.exportTimeout)
        clamp(\.metrics.exportInterval, "metrics.exportInterval", Limits.metricInterval)
        clamp(\.metrics.exportTimeout, "metrics.exportTimeout", Limits.exportTimeout)
        clamp(\.retry.initialDelay, "retry.initialDelay", Limits.retryDelay)
        clamp(\.retry.maximumDelay, "retry.maximumDelay", Limits.retryDelay)
        clamp(\.retry.maximumServerDelay, "retry.maximumServerDelay", Limits.serverDelay)
        clamp(\.retry.failuresUntilSuspended, "retry.failuresUntilSuspended", Limits.failures)
        clamp(\.retry.maximumAttempts, "retry.maximumAttempts", Limits.attempts)
        clamp(\.developerLog.maximumSizeMB, "developerLog.maximumSizeMB", Limits.logSizeMB)
        clamp(\.developerLog.keptFiles, "developerLog.keptFiles", Limits.keptFiles)
        clamp(
            \.buffer.capacityBytes, "buffer.capacityBytes",
            Limits.bufferMB.lowerBound * Limits.bytesPerMB...Limits.bufferMB.upperBound * Limits.bytesPerMB)
        clamp(\.buffer.maximumSpoolSizeMB, "buffer.maximumSpoolSizeMB", Limits.spoolSizeMB)
        clamp(\.buffer.maximumSpoolAgeHours, "buffer.maximumSpoolAgeHours", Limits.spoolAgeHours)
        // The nearest limit of these would keep nothing, so what is below none counts as not set.
        let defaults = LogRecordLimits()
        func refuse(_ value: Int, _ name: String, _ used: String) {
            let message = "logRecordLimits.\(name) is \(value), expected 0 or more; using \(used)"
            problems.append(ConfigurationProblem(subject: "logRecordLimits.\(name)", message: message))
        }
        if logRecordLimits.attributeCountLimit < 0 {
            result.logRecordLimits.attributeCountLimit = defaults.attributeCountLimit
            refuse(
                logRecordLimits.attributeCountLimit, "attributeCountLimit",
                "\(defaults.attributeCountLimit)")
        }
        if let length = logRecordLimits.attributeValueLengthLimit, length < 0 {
            result.logRecordLimits.attributeValueLengthLimit = defaults.attributeValueLengthLimit
            refuse(length, "attributeValueLengthLimit", "no limit")
        }
        return (result, problems)
    }
}
