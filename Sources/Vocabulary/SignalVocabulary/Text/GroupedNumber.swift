/// Numbers as people read them.
package enum GroupedNumber {
    /// A whole number with commas between thousands: `1,024`.
    package static func text(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
