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
        number = CivilDate.dayNumber(year: parts[0], month: parts[1], day: parts[2])
    }

    /// How many days later than another one it is.
    package func days(since other: Day) -> Int { number - other.number }

    package static func < (first: Day, second: Day) -> Bool { first.number < second.number }
}
