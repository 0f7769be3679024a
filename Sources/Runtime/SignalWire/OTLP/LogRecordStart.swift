public import SignalVocabulary

/// The first fields of every record that the runtime writes: when it happened, when it was recorded, and how bad it is.
///
/// Source: opentelemetry-proto `logs.proto`, `LogRecord`.
///
/// NOTE: `@usableFromInline`, because the compiler inlines no member of a plain `package` type across modules, and every event that is
/// tracked is written with it.
@usableFromInline
package enum LogRecordStart {
    /// The most bytes that ``write(time:severity:to:)`` fills.
    @inlinable package static var maximumSize: Int { severityOffset + 9 }

    /// Where the severity's tag is: after two tags with eight bytes each.
    @inlinable static var severityOffset: Int { 18 }
    /// The tag of `severity_number`.
    @inlinable static var severityTag: UInt8 { 0x10 }

    /// Writes the fields; the place after them.
    ///
    /// - Parameters:
    ///   - time: nanoseconds since 1970; both the time and the observed time.
    ///   - raw: has room for three bytes more than ``maximumSize``.
    @inlinable @inline(__always)
    package static func write(
        time: UInt64, severity: Severity, to raw: UnsafeMutableRawPointer
    ) -> UnsafeMutableRawPointer {
        raw.storeBytes(of: 0x09, as: UInt8.self)  // time_unix_nano
        raw.storeBytes(of: time.littleEndian, toByteOffset: 1, as: UInt64.self)
        raw.storeBytes(of: 0x59, toByteOffset: 9, as: UInt8.self)  // observed_time_unix_nano
        raw.storeBytes(of: time.littleEndian, toByteOffset: 10, as: UInt64.self)
        let letters = severity.letters
        let letterCount = letters >> 32 == 0 ? 4 : 5
        // Little-endian, as all of Swift's platforms are: severity_number and its value, severity_text and its length.
        raw.storeBytes(
            of: 0x1A_0000 | UInt32(severityTag) | UInt32(severity.number) << 8 | UInt32(letterCount) << 24,
            toByteOffset: severityOffset, as: UInt32.self)
        // Eight bytes in one store; those that are not letters are overwritten by the next field.
        raw.storeBytes(of: letters, toByteOffset: severityOffset &+ 4, as: UInt64.self)
        return raw + (severityOffset &+ 4 &+ letterCount)
    }
}
