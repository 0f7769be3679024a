import SignalVocabulary

/// Moments as text (RFC 3339).
package enum Timestamp {
    /// Nanoseconds since 1970 of a text such as `2026-02-05T10:00:00.123456Z`; nil if it is none, or of no year from 1970 to 2261.
    ///
    /// What is finer than a nanosecond is cut off. A leap second is the first one of the next minute.
    package static func unixNanoseconds(_ bytes: ByteSpan) -> Int64? {
        guard bytes.count >= 20, let base = bytes.baseAddress, base[4] == UInt8(ascii: "-"),
            base[7] == UInt8(ascii: "-"), base[10] | 0x20 == UInt8(ascii: "t"), base[13] == UInt8(ascii: ":"),
            base[16] == UInt8(ascii: ":")
        else { return nil }
        let century = pair(base)
        let yearOfCentury = pair(base + 2)
        let month = pair(base + 5)
        let day = pair(base + 8)
        let hour = pair(base + 11)
        let minute = pair(base + 14)
        let second = pair(base + 17)
        // A pair that is not two digits is negative, and so is the union of all of them then.
        guard century | yearOfCentury | month | day | hour | minute | second >= 0 else { return nil }
        let year = century * 100 + yearOfCentury
        guard (1970...2261).contains(year), (1...12).contains(month), day >= 1,
            day <= DateSyntax.days(inMonth: month, of: year), hour < 24, minute < 60, second <= 60
        else { return nil }
        var index = 19
        var nanoseconds = 0
        if base[index] == UInt8(ascii: ".") {
            index &+= 1
            let first = index
            var unit = 100_000_000
            while index < bytes.count, base[index] &- UInt8(ascii: "0") < 10 {
                nanoseconds &+= Int(base[index] &- UInt8(ascii: "0")) &* unit
                unit /= 10
                index &+= 1
            }
            guard index > first else { return nil }
        }
        guard index < bytes.count else { return nil }
        var offset = 0
        switch base[index] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            guard bytes.count == index + 1 else { return nil }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard bytes.count == index + 6, base[index + 3] == UInt8(ascii: ":") else { return nil }
            let hours = pair(base + index + 1)
            let minutes = pair(base + index + 4)
            guard hours | minutes >= 0, hours < 24, minutes < 60 else { return nil }
            offset = (hours * 60 + minutes) * (base[index] == UInt8(ascii: "-") ? -60 : 60)
        default: return nil
        }
        let seconds =
            CivilDate.dayNumber(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60
            + second - offset
        guard seconds >= 0 else { return nil }
        return Int64(seconds) * 1_000_000_000 + Int64(nanoseconds)
    }

    /// `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    package static func text(unixNanoseconds: Int64) -> String {
        let (day, time) = civil(unixNanoseconds)
        return "\(day)T\(time)Z"
    }

    /// The day, `YYYY-MM-DD`, and the time of it, `HH:MM:SS.mmm`, in UTC; of a time before 1970, those of its beginning.
    package static func civil(_ unixNanoseconds: Int64) -> (day: String, time: String) {
        let milliseconds = max(unixNanoseconds, 0) / 1_000_000
        let (year, month, day) = CivilDate.date(ofDay: Int(milliseconds / 86_400_000))
        let rest = Int(milliseconds % 86_400_000)
        let date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
        let time =
            "\(digits(rest / 3_600_000, 2)):\(digits(rest / 60_000 % 60, 2)):\(digits(rest / 1000 % 60, 2))"
            + ".\(digits(rest % 1000, 3))"
        return (date, time)
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// A number of two digits; negative if it is none.
    @inline(__always)
    private static func pair(_ bytes: UnsafePointer<UInt8>) -> Int {
        let tens = Int(bytes[0]) &- 0x30
        let ones = Int(bytes[1]) &- 0x30
        return tens | ones | (9 &- tens) | (9 &- ones) < 0 ? -1 : tens &* 10 &+ ones
    }
}
