/// The words by which the names of durations and byte counts say their unit.
enum UnitWords {
    /// The name without a last word that says the unit; the name itself when that is all there is.
    static func dropping(_ unit: DurationUnit, from name: String) -> String {
        guard let (rest, word) = split(name) else { return name }
        let isUnit =
            switch unit {
            case .nanoseconds:
                word == "ns" || word == "nanos" || word == "nanosecond" || word == "nanoseconds"
            case .microseconds:
                word == "us" || word == "micros" || word == "microsecond" || word == "microseconds"
            case .milliseconds:
                word == "ms" || word == "msec" || word == "millis" || word == "millisecond"
                    || word == "milliseconds"
            case .seconds:
                word == "s" || word == "sec" || word == "secs" || word == "second" || word == "seconds"
            case .minutes: word == "min" || word == "mins" || word == "minute" || word == "minutes"
            case .hours: word == "h" || word == "hr" || word == "hrs" || word == "hour" || word == "hours"
            case .days: word == "d" || word == "day" || word == "days"
            }
        return isUnit ? rest : name
    }

    /// The name without a last word that says the unit; the name itself when that is all there is.
    static func dropping(_ unit: ByteUnit, from name: String) -> String {
        guard let (rest, word) = split(name) else { return name }
        let isUnit =
            switch unit {
            case .bytes: word == "b" || word == "byte" || word == "bytes"
            case .kibibytes: word == "kib" || word == "kibibytes"
            case .mebibytes: word == "mib" || word == "mebibytes"
            case .gibibytes: word == "gib" || word == "gibibytes"
            case .kilobytes: word == "kb" || word == "kilobytes"
            case .megabytes: word == "mb" || word == "megabytes"
            case .gigabytes: word == "gb" || word == "gigabytes"
            }
        return isUnit ? rest : name
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
