/// Durations as .NET writes a `TimeSpan`: `d.hh:mm:ss.fffffff`.
enum DurationText {
    /// The longest one the schema takes is just below 1,000 days (ApplicationInsights-dotnet `RequestData.bond`).
    private static let maximumMicroseconds: Int64 = 1000 * 86_400 * 1_000_000 - 1

    /// The text of a number of milliseconds; what is negative, no number or 1,000 days long becomes the nearest that may be sent.
    static func of(milliseconds: Double) -> String {
        let scaled = (milliseconds * 1000).rounded()
        let microseconds =
            scaled > 0 ? (scaled < Double(maximumMicroseconds) ? Int64(scaled) : maximumMicroseconds) : 0
        let seconds = microseconds / 1_000_000
        return "\(seconds / 86_400).\(digits(seconds / 3600 % 24, 2)):\(digits(seconds / 60 % 60, 2))"
            + ":\(digits(seconds % 60, 2)).\(digits(microseconds % 1_000_000, 6))"
    }

    private static func digits(_ number: Int64, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
