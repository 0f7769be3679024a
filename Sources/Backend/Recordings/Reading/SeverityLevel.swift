/// How bad an event is, from least to most.
package enum SeverityLevel: UInt8, Sendable, CaseIterable, Comparable {
    case trace, debug, info, warn, error, fatal

    /// Its name, in lower case.
    package var name: String { String(describing: self) }

    /// The level of this name, as our runtime writes it (lower case) or as OpenTelemetry does (`INFO`, `INFO2`); nil if it is none.
    package init?(_ bytes: ByteSpan) {
        guard let first = bytes.first, bytes.count <= 6 else { return nil }
        switch first | 0x20 {
        case UInt8(ascii: "t"): self = .trace
        case UInt8(ascii: "d"): self = .debug
        case UInt8(ascii: "i"): self = .info
        case UInt8(ascii: "w"): self = .warn
        case UInt8(ascii: "e"): self = .error
        case UInt8(ascii: "f"): self = .fatal
        default: return nil
        }
        let name = Self.name(of: self)
        guard bytes.count >= name.utf8CodeUnitCount else { return nil }
        for index in 0..<name.utf8CodeUnitCount where bytes[index] | 0x20 != name.utf8Start[index] {
            return nil
        }
        if bytes.count > name.utf8CodeUnitCount {
            guard bytes.count == name.utf8CodeUnitCount + 1,
                (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(bytes[bytes.count - 1])
            else { return nil }
        }
    }

    private static func name(of level: SeverityLevel) -> StaticString {
        switch level {
        case .trace: "trace"
        case .debug: "debug"
        case .info: "info"
        case .warn: "warn"
        case .error: "error"
        case .fatal: "fatal"
        }
    }

    /// The level of OTLP's number, 1 to 24 (OpenTelemetry log data model, "Field: SeverityNumber"); nil for any other.
    package init?(number: Int64) {
        guard (1...24).contains(number) else { return nil }
        self.init(rawValue: UInt8((number - 1) / 4))
    }

    package static func < (first: SeverityLevel, second: SeverityLevel) -> Bool {
        first.rawValue < second.rawValue
    }
}
