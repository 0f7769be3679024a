/// How bad an event is: the six names of OpenTelemetry's scale (log data model, "Displaying Severity").
///
/// The raw value is OpenTelemetry's severity number (opentelemetry-proto, `SeverityNumber`). No version adds a severity, because the scale
/// has these six: a switch may name them all.
public enum Severity: UInt8, Sendable, Hashable, CaseIterable {
    /// Finer than debugging.
    case trace = 1
    /// For debugging.
    case debug = 5
    /// Something happened as it should.
    case info = 9
    /// Something may go wrong. In the catalog and in JSON lines it is `warn`, in OTLP's `severity_text` `WARN`. The catalog accepts
    /// `warning` too.
    case warning = 13
    /// Something went wrong. Sampling keeps these.
    case error = 17
    /// The program cannot go on.
    case fatal = 21

    /// OpenTelemetry's severity number: 1, 5, 9, 13, 17 or 21. The same as the raw value, but inlined where events are tracked.
    @inlinable
    public var number: UInt8 {
        switch self {
        case .trace: 1
        case .debug: 5
        case .info: 9
        case .warning: 13
        case .error: 17
        case .fatal: 21
        }
    }

    /// The name in the catalog, in JSON lines and in filters: `trace`, `debug`, `info`, `warn`, `error` or `fatal`.
    public var name: String { literalName.description }

    /// ``name`` as a literal, for writers that copy its bytes.
    package var literalName: StaticString {
        switch self {
        case .trace: "trace"
        case .debug: "debug"
        case .info: "info"
        case .warning: "warn"
        case .error: "error"
        case .fatal: "fatal"
        }
    }

    /// The words that ``init(name:)`` takes: the names, and `warning`.
    package static var acceptedNames: [String] {
        allCases.flatMap { $0 == .warning ? [$0.name, "warning"] : [$0.name] }
    }

    /// Its place among the six, from 0: an index for tables.
    package var rank: Int { Int(rawValue) / 4 }

    /// The severity with this name, in lower case; `warning` is another word for `warn`. Nil if there is none.
    package init?(name: String) {
        switch name {
        case "trace": self = .trace
        case "debug": self = .debug
        case "info": self = .info
        case "warn", "warning": self = .warning
        case "error": self = .error
        case "fatal": self = .fatal
        default: return nil
        }
    }

    /// The severity that a record names by OpenTelemetry's short name, such as `warn` or `WARN`: letters of either case, and then perhaps a
    /// digit from 2 to 4, as in `WARN2`. Nil for any other text, also for `warning`.
    package init?(recorded text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 4, text.count <= 6 else { return nil }
        let last = text[text.count - 1]
        let end = last >= UInt8(ascii: "2") && last <= UInt8(ascii: "4") ? text.count - 1 : text.count
        var letters: UInt64 = 0
        for index in 0..<end {
            letters |= UInt64(ASCII.uppercased(text[index])) &<< UInt64(truncatingIfNeeded: 8 &* index)
        }
        switch letters {
        case Self.trace.letters: self = .trace
        case Self.debug.letters: self = .debug
        case Self.info.letters: self = .info
        case Self.warning.letters: self = .warning
        case Self.error.letters: self = .error
        case Self.fatal.letters: self = .fatal
        default: return nil
        }
    }

    /// The severity that one of OpenTelemetry's numbers belongs to: each name has four of the numbers 1 to 24. Nil for any other number.
    package init?(number: Int64) {
        switch number {
        case 1...4: self = .trace
        case 5...8: self = .debug
        case 9...12: self = .info
        case 13...16: self = .warning
        case 17...20: self = .error
        case 21...24: self = .fatal
        default: return nil
        }
    }

    /// OpenTelemetry's short name, in upper case: `WARN`.
    package var text: String {
        withUnsafeBytes(of: letters.littleEndian) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// The letters of ``text``, four or five, the first one in the lowest byte, so that they can be written in one store.
    @inlinable
    package var letters: UInt64 {
        switch self {
        case .trace: 0x45_4341_5254
        case .debug: 0x47_5542_4544
        case .info: 0x4F46_4E49
        case .warning: 0x4E52_4157
        case .error: 0x52_4F52_5245
        case .fatal: 0x4C_4154_4146
        }
    }
}

extension Severity: Comparable {
    /// Whether the left one is less bad.
    @inlinable
    public static func < (left: Severity, right: Severity) -> Bool { left.number < right.number }
}
