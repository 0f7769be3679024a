import SignalVocabulary

/// What a record's payload is; the number is the one in its head.
enum RecordKind: UInt8, CaseIterable {
    /// An OTLP `LogRecord`: an event or a log line.
    case log = 0
    /// An OTLP `Span`.
    case span = 1
}

extension RecordKind {
    /// What exporters call it.
    var signal: SignalKind {
        switch self {
        case .log: .logs
        case .span: .spans
        }
    }
}
