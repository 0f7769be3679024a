import Foundation

/// Numbers for people, the same in every locale.
enum Format {
    /// A count, with commas between thousands.
    static func count(_ number: Int) -> String {
        var text = String(number.magnitude)
        var index = text.endIndex
        while let next = text.index(index, offsetBy: -3, limitedBy: text.startIndex), next > text.startIndex {
            text.insert(",", at: next)
            index = next
        }
        return (number < 0 ? "-" : "") + text
    }

    /// Milliseconds.
    static func milliseconds(_ value: Double) -> String { "\(decimal(value, value < 10 ? 2 : 1)) ms" }

    /// Seconds.
    static func seconds(_ duration: Duration) -> String { "\(decimal(duration / .seconds(1), 1)) s" }

    /// A number of no known unit, with no more digits than tell something.
    static func number(_ value: Double) -> String {
        if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
        if value.magnitude < 0.001 { return "~0" }
        return decimal(value, value.magnitude < 1 ? 3 : 2)
    }

    private static func decimal(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }
}
