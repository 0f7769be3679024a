import SignalVocabulary

/// A day of the Gregorian calendar.
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The day as `YYYY-MM-DD`.
    package let description: String
    /// How many days after 1970-01-01 it is.
    package let number: Int

    /// The day that a text names as `YYYY-MM-DD`; nil when it names none that exists.
    package init?(_ text: String) {
        guard DateSyntax.isDate(text) else { return nil }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        description = text
        number = Self.number(year: parts[0], month: parts[1], day: parts[2])
    }

    /// How many days later than another one it is.
    package func days(since other: Day) -> Int { number - other.number }

    package static func < (first: Day, second: Day) -> Bool { first.number < second.number }

    /// Counts years from March, so that the leap day is the last of its year.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        // 719,468 days lie between 0000-03-01 and 1970-01-01. Years are never negative: `YYYY` has no sign, and January of
        // the year 0 gives -1, whose divisions round down here.
        let century = shifted.quotientRoundedDown(by: 100)
        let leapDays =
            shifted.quotientRoundedDown(by: 4) - century + century.quotientRoundedDown(by: 4)
        return shifted * 365 + leapDays + dayOfYear - 719_468
    }
}

extension Int {
    fileprivate func quotientRoundedDown(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }
}
