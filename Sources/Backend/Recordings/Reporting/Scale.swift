/// Numbers for charts.
enum Scale {
    /// The smallest of 1, 2 or 5 times a power of ten that is at least the number; at least 1.
    static func niceCeiling(_ number: Int) -> Int {
        var power = 1
        while power < Int.max / 20 {
            for factor in [1, 2, 5] where factor * power >= number { return factor * power }
            power *= 10
        }
        return number
    }

    /// A coordinate with at most two decimals.
    static func coordinate(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        if hundredths % 100 == 0 { return String(hundredths / 100) }
        let sign = hundredths < 0 ? "-" : ""
        let part = abs(hundredths) % 100
        return "\(sign)\(abs(hundredths) / 100).\(part < 10 ? "0" : "")\(part)"
    }

    /// A text cut to so many characters, with an ellipsis where some are missing.
    static func cut(_ text: String, to length: Int) -> String {
        text.count <= length ? text : String(text.prefix(length - 1)) + "…"
    }
}
