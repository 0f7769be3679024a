/// How bad an event is, in OpenTelemetry's scale (opentelemetry-proto `SeverityNumber`).
public struct Severity: Sendable, Hashable, Comparable {
    /// OpenTelemetry's severity number: 1, 5, 9, 13, 17 or 21.
    public let number: UInt8

    @inlinable
    init(number: UInt8) { self.number = number }

    /// Finer than debugging.
    @inlinable public static var trace: Severity { Severity(number: 1) }
    /// For debugging.
    @inlinable public static var debug: Severity { Severity(number: 5) }
    /// Something happened as it should.
    @inlinable public static var info: Severity { Severity(number: 9) }
    /// Something may go wrong.
    @inlinable public static var warn: Severity { Severity(number: 13) }
    /// Something went wrong. Sampling keeps these (``Configuration/Sampling``).
    @inlinable public static var error: Severity { Severity(number: 17) }
    /// The program cannot go on.
    @inlinable public static var fatal: Severity { Severity(number: 21) }

    /// Whether the left one is less bad.
    public static func < (left: Severity, right: Severity) -> Bool { left.number < right.number }

    /// OpenTelemetry's short name, upper case.
    var text: String {
        withUnsafeBytes(of: letters.littleEndian) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// The short name's letters, four or five, the first in the lowest byte: for writing them at once.
    @inline(__always)
    var letters: UInt64 {
        switch number {
        case 1: 0x45_4341_5254  // TRACE
        case 5: 0x47_5542_4544  // DEBUG
        case 9: 0x4F46_4E49  // INFO
        case 13: 0x4E52_4157  // WARN
        case 17: 0x52_4F52_5245  // ERROR
        default: 0x4C_4154_4146  // FATAL
        }
    }
}
