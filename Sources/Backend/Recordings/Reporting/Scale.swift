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

    /// A text cut to so many characters, with an ellipsis where some are missing.
    static func cut(_ text: String, to length: Int) -> String {
        text.count <= length ? text : String(text.prefix(length - 1)) + "…"
    }
}
