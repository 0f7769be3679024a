import SignalVocabulary

// What the vocabulary's enumerations are called in Swift, as generated code writes them after a dot. Generated code is compiled by tests.

extension Severity {
    /// The name of the case, such as `warning`.
    var swiftName: StaticString {
        switch self {
        case .trace: "trace"
        case .debug: "debug"
        case .info: "info"
        case .warning: "warning"
        case .error: "error"
        case .fatal: "fatal"
        }
    }
}

extension Handling {
    /// The name of the case, such as `redact`.
    var swiftName: StaticString {
        switch self {
        case .hash: "hash"
        case .redact: "redact"
        case .mask: "mask"
        case .truncate: "truncate"
        case .drop: "drop"
        }
    }
}

extension DurationUnit {
    /// The name of the case, such as `milliseconds`.
    var swiftName: StaticString {
        switch self {
        case .nanoseconds: "nanoseconds"
        case .microseconds: "microseconds"
        case .milliseconds: "milliseconds"
        case .seconds: "seconds"
        case .minutes: "minutes"
        case .hours: "hours"
        case .days: "days"
        }
    }
}

extension ByteUnit {
    /// The name of the case, such as `kibibytes`.
    var swiftName: StaticString {
        switch self {
        case .bytes: "bytes"
        case .kibibytes: "kibibytes"
        case .mebibytes: "mebibytes"
        case .gibibytes: "gibibytes"
        case .kilobytes: "kilobytes"
        case .megabytes: "megabytes"
        case .gigabytes: "gigabytes"
        }
    }
}
