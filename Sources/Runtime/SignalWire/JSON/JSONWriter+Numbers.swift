extension JSONWriter {
    /// An integer in decimal.
    mutating func appendInteger(_ value: Int64) {
        var target = buffer.reserve(20)
        if value < 0 {
            target.pointee = UInt8(ascii: "-")
            target += 1
        }
        target = writeDigits(value.magnitude, to: target)
        buffer.advance(to: target)
    }

    /// A double in the fewest digits that read back as the same, or a string if it is no number.
    mutating func appendDouble(_ value: Double) {
        guard value.isFinite else {
            let name: StaticString = value.isNaN ? "\"NaN\"" : value < 0 ? "\"-Infinity\"" : "\"Infinity\""
            name.withUTF8Buffer { buffer.append($0) }
            return
        }
        // Up to three decimals, as most measured values have: n/1000 of an exact n below 10¹⁵ is correctly rounded, so if it is the
        // value, its digits read back as the value; and no two decimals of 15 digits are the same double, so none is shorter.
        let thousandths = (value * 1000).rounded()
        if abs(value) < 1e12, thousandths / 1000 == value, value != 0 {
            appendThousandths(Int64(thousandths))
        } else {
            // Swift's description is the shortest that round-trips, with a point or an exponent as JSON has them.
            var text = value.description
            text.withUTF8 { buffer.append($0) }
        }
    }

    /// `thousandths / 1000`, with at least one decimal.
    private mutating func appendThousandths(_ thousandths: Int64) {
        var target = buffer.reserve(24)
        if thousandths < 0 {
            target.pointee = UInt8(ascii: "-")
            target += 1
        }
        let (whole, part) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        target = writeDigits(whole, to: target)
        let digits = UInt16(truncatingIfNeeded: part)
        target[0] = UInt8(ascii: ".")
        target[1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digits / 100)
        target[2] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digits / 10 % 10)
        target[3] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digits % 10)
        target += digits % 10 != 0 ? 4 : digits % 100 != 0 ? 3 : 2
        buffer.advance(to: target)
    }

    /// Writes the decimal digits of `value`, up to 20; the place after them.
    private func writeDigits(_ value: UInt64, to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<
        UInt8
    > {
        var length = 1
        var bound: UInt64 = 10
        while length < 20, value >= bound {
            length += 1
            bound = bound &* 10
        }
        var rest = value
        for index in stride(from: length - 1, through: 0, by: -1) {
            target[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        return target + length
    }
}
