package import SignalVocabulary

/// The words by which people say the unit of a duration or a byte count.
package enum UnitWords {
    /// The words for units of durations that are long enough to be misspelt.
    static let durationWords = [
        "millis", "millisecond", "milliseconds", "second", "seconds", "micros", "microsecond", "microseconds",
        "nanos",
        "nanosecond", "nanoseconds", "minute", "minutes", "hour", "hours", "days",
    ]

    /// The words for units of byte counts that are long enough to be misspelt.
    static let byteWords = [
        "byte", "bytes", "kibibyte", "kibibytes", "mebibyte", "mebibytes", "gibibyte", "gibibytes",
        "kilobyte", "kilobytes",
        "megabyte", "megabytes", "gigabyte", "gigabytes",
    ]

    /// The name without a last word that says the unit; the name itself when that is all there is.
    static func dropping(_ unit: DurationUnit, from name: String) -> String {
        guard let (rest, word) = split(name) else { return name }
        return durationUnit(word) == unit ? rest : name
    }

    /// The name without a last word that says the unit; the name itself when that is all there is.
    static func dropping(_ unit: ByteUnit, from name: String) -> String {
        guard let (rest, word) = split(name) else { return name }
        return byteUnit(word) == unit ? rest : name
    }

    /// The unit that a word in lower case means, if it means one.
    package static func durationUnit(_ word: String) -> DurationUnit? {
        switch word {
        case "ms", "msec", "msecs", "millis", "millisecond", "milliseconds": .milliseconds
        case "s", "sec", "secs", "second", "seconds": .seconds
        case "us", "usec", "usecs", "micros", "microsecond", "microseconds": .microseconds
        case "ns", "nsec", "nsecs", "nanos", "nanosecond", "nanoseconds": .nanoseconds
        case "min", "mins", "minute", "minutes": .minutes
        case "h", "hr", "hrs", "hour", "hours": .hours
        case "d", "day", "days": .days
        default: nil
        }
    }

    /// The unit that a word in lower case means, if it means one.
    package static func byteUnit(_ word: String) -> ByteUnit? {
        switch word {
        case "b", "byte", "bytes": .bytes
        case "kib", "kibibyte", "kibibytes": .kibibytes
        case "mib", "mebibyte", "mebibytes": .mebibytes
        case "gib", "gibibyte", "gibibytes": .gibibytes
        case "kb", "kilobyte", "kilobytes": .kilobytes
        case "mb", "megabyte", "megabytes": .megabytes
        case "gb", "gigabyte", "gigabytes": .gigabytes
        default: nil
        }
    }

    /// What stands before the last separator, and the word behind it in lower case; nil when there is only one word.
    private static func split(_ name: String) -> (rest: String, word: String)? {
        let utf8 = name.utf8
        guard let separator = utf8.lastIndex(where: { !ASCII.isAlphanumeric($0) }),
            separator > utf8.startIndex
        else { return nil }
        return (String(name[..<separator]), String(name[utf8.index(after: separator)...]).lowercased())
    }
}
