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
    package static func durationUnit(_ word: String) -> DurationUnit? { durationUnits[word] }

    /// The unit that a word in lower case means, if it means one.
    package static func byteUnit(_ word: String) -> ByteUnit? { byteUnits[word] }

    private static let durationUnits = byWord([
        (DurationUnit.milliseconds, ["ms", "msec", "msecs", "millis", "millisecond", "milliseconds"]),
        (.seconds, ["s", "sec", "secs", "second", "seconds"]),
        (.microseconds, ["us", "usec", "usecs", "micros", "microsecond", "microseconds"]),
        (.nanoseconds, ["ns", "nsec", "nsecs", "nanos", "nanosecond", "nanoseconds"]),
        (.minutes, ["min", "mins", "minute", "minutes"]),
        (.hours, ["h", "hr", "hrs", "hour", "hours"]),
        (.days, ["d", "day", "days"]),
    ])

    private static let byteUnits = byWord([
        (ByteUnit.bytes, ["b", "byte", "bytes"]),
        (.kibibytes, ["kib", "kibibyte", "kibibytes"]),
        (.mebibytes, ["mib", "mebibyte", "mebibytes"]),
        (.gibibytes, ["gib", "gibibyte", "gibibytes"]),
        (.kilobytes, ["kb", "kilobyte", "kilobytes"]),
        (.megabytes, ["mb", "megabyte", "megabytes"]),
        (.gigabytes, ["gb", "gigabyte", "gigabytes"]),
    ])

    /// NOTE: Dictionaries, because the words of every name are looked up, and a `switch` compares each with all of these.
    private static func byWord<Unit>(_ rows: [(unit: Unit, words: [String])]) -> [String: Unit] {
        Dictionary(uniqueKeysWithValues: rows.flatMap { row in row.words.map { ($0, row.unit) } })
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
