/// Writes RFC 3339 timestamps in UTC with six digits of a second: `2026-02-05T10:00:00.123456Z`.
///
/// No Foundation, no allocation. Digits past the microsecond are cut off, never rounded, so that no timestamp comes out later than it was.
package enum RFC3339Timestamp {
    /// How many bytes every timestamp takes.
    @inlinable package static var length: Int { 27 }

    /// The first second of the year 1 and the last one of the year 9999, since 1970: RFC 3339 has four digits for the year.
    private static let seconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Writes ``length`` bytes at `target`. What is before the year 1 or after 9999 becomes the nearest moment that is not.
    ///
    /// - Parameters:
    ///   - secondsSince1970: Whole seconds, rounded down.
    ///   - nanoseconds: What is to be added to them, 0 to 999,999,999; anything else becomes the nearest of these.
    ///   - target: Memory for ``length`` bytes.
    package static func write(
        secondsSince1970: Int64, nanoseconds: Int64 = 0, to target: UnsafeMutablePointer<UInt8>
    ) {
        var second = secondsSince1970
        var microsecond = min(max(nanoseconds, 0), 999_999_999) / 1000
        if second < seconds.lowerBound { (second, microsecond) = (seconds.lowerBound, 0) }
        if second > seconds.upperBound { (second, microsecond) = (seconds.upperBound, 999_999) }

        // Days since 0000-03-01 and seconds of the day; both non-negative in the range above.
        let shifted = second + 719_468 * 86_400
        let day = shifted / 86_400
        let secondOfDay = shifted % 86_400
        // Civil from days, as in the vocabulary's `CivilDate.date(ofDay:)`, after Howard Hinnant, "chrono-Compatible Low-Level Date
        // Algorithms": years start in March. NOTE: not called there, because every event is stamped: days are never negative here, so that
        // no division has to be rounded down, and the compiler sees that in this place.
        let era = day / 146_097
        let dayOfEra = day % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)

        pair(year / 100, at: target)
        pair(year % 100, at: target + 2)
        target[4] = UInt8(ascii: "-")
        pair(month, at: target + 5)
        target[7] = UInt8(ascii: "-")
        pair(dayOfYear - (153 * marchMonth + 2) / 5 + 1, at: target + 8)
        target[10] = UInt8(ascii: "T")
        pair(secondOfDay / 3600, at: target + 11)
        target[13] = UInt8(ascii: ":")
        pair(secondOfDay / 60 % 60, at: target + 14)
        target[16] = UInt8(ascii: ":")
        pair(secondOfDay % 60, at: target + 17)
        target[19] = UInt8(ascii: ".")
        pair(microsecond / 10_000, at: target + 20)
        pair(microsecond / 100 % 100, at: target + 22)
        pair(microsecond % 100, at: target + 24)
        target[26] = UInt8(ascii: "Z")
    }

    /// Writes ``length`` bytes at `target`.
    package static func write(unixNanoseconds: UInt64, to target: UnsafeMutablePointer<UInt8>) {
        write(
            secondsSince1970: Int64(unixNanoseconds / 1_000_000_000),
            nanoseconds: Int64(unixNanoseconds % 1_000_000_000), to: target)
    }

    /// Writes a number from 0 to 99 as two digits.
    @inline(__always)
    private static func pair(_ value: Int64, at target: UnsafeMutablePointer<UInt8>) {
        let value = UInt8(truncatingIfNeeded: value)
        target[0] = UInt8(ascii: "0") &+ value / 10
        target[1] = UInt8(ascii: "0") &+ value % 10
    }
}
