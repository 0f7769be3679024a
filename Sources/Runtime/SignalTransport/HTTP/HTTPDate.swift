import SignalVocabulary

/// Dates of HTTP (RFC 9110, section 5.6.7), each in its exact form:
///
/// * `Sun, 06 Nov 1994 08:49:37 GMT`
/// * `Sunday, 06-Nov-94 08:49:37 GMT` (RFC 850, obsolete)
/// * `Sun Nov  6 08:49:37 1994` (asctime, obsolete)
///
/// The day's name is not compared with the date.
enum HTTPDate {
    /// Seconds since 1970; nil if the bytes are none of the three.
    ///
    /// - Parameter now: seconds since 1970; a year of two digits that lies more than 50 years ahead of it is one of the past.
    static func seconds(_ bytes: ArraySlice<UInt8>, now: Int64) -> Int64? {
        var cursor = Cursor(rest: bytes)
        guard let dayName = cursor.letters() else { return nil }
        if cursor.take(", ") {
            guard let day = cursor.digits(2) else { return nil }
            if cursor.take(" ") {
                guard days.contains(dayName), let month = cursor.month(), cursor.take(" "),
                    let year = cursor.digits(4),
                    cursor.take(" "), let time = cursor.time(), cursor.take(" GMT"), cursor.isAtEnd
                else { return nil }
                return seconds(year: year, month: month, day: day, time: time)
            }
            guard longDays.contains(dayName), cursor.take("-"), let month = cursor.month(), cursor.take("-"),
                let shortYear = cursor.digits(2), cursor.take(" "), let time = cursor.time(),
                cursor.take(" GMT"),
                cursor.isAtEnd
            else { return nil }
            return seconds(year: fullYear(shortYear, now: now), month: month, day: day, time: time)
        }
        guard days.contains(dayName), cursor.take(" "), let month = cursor.month(), cursor.take(" "),
            let day = cursor.take(" ") ? cursor.digits(1) : cursor.digits(2), cursor.take(" "),
            let time = cursor.time(),
            cursor.take(" "), let year = cursor.digits(4), cursor.isAtEnd
        else { return nil }
        return seconds(year: year, month: month, day: day, time: time)
    }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let longDays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func fullYear(_ short: Int64, now: Int64) -> Int64 {
        // Average length of a Gregorian year, in seconds. A clock far off gives a year far off, and nothing worse.
        let currentYear = 1970 + now / 31_556_952
        let year = currentYear - currentYear % 100 + short
        return year > currentYear + 50 ? year - 100 : year
    }

    private static func seconds(year: Int64, month: Int64, day: Int64, time: Int64) -> Int64? {
        guard (1...12).contains(month), (1...31).contains(day), (0...9999).contains(year) else { return nil }
        let number = CivilDate.dayNumber(year: Int(year), month: Int(month), day: Int(day))
        return Int64(number) * 86_400 + time
    }

    private struct Cursor {
        var rest: ArraySlice<UInt8>

        var isAtEnd: Bool { rest.isEmpty }

        mutating func take(_ text: StaticString) -> Bool {
            let count = text.utf8CodeUnitCount
            guard rest.prefix(count).elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
            else {
                return false
            }
            rest = rest.dropFirst(count)
            return true
        }

        mutating func letters() -> String? {
            let word = rest.prefix(while: ASCII.isLetter)
            guard !word.isEmpty, word.count <= 9 else { return nil }
            rest = rest[word.endIndex...]
            return String(decoding: word, as: UTF8.self)
        }

        mutating func month() -> Int64? {
            guard let name = letters(), let index = months.firstIndex(of: name) else { return nil }
            return Int64(index) + 1
        }

        mutating func digits(_ count: Int) -> Int64? {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy(ASCII.isDigit) else { return nil }
            rest = rest.dropFirst(count)
            return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
        }

        /// The seconds since midnight; a leap second counts as the next.
        mutating func time() -> Int64? {
            guard let hour = digits(2), take(":"), let minute = digits(2), take(":"), let second = digits(2),
                hour < 24,
                minute < 60, second <= 60
            else { return nil }
            return hour * 3600 + minute * 60 + second
        }
    }
}
