import SignalVocabulary

extension TextScan {
    /// A payment card number (ISO/IEC 7812-1): 12 to 19 digits of a known issuer with a valid check digit, in one group or in groups of three
    /// and more with single spaces or dashes between.
    ///
    /// Not: the fraction of a decimal number, or digits among hexadecimal letters, as in trace identifiers.
    mutating func findCard(at index: Int, firstGroup: Int) {
        var number: UInt64 = 0
        var digits = 0
        var next = index
        var group = firstGroup
        var best = 0
        while true {
            guard digits &+ (group &- next) <= 19 else { break }
            for digit in next..<group { number = number &* 10 &+ UInt64(byte(digit) &- 0x30) }
            digits &+= group &- next
            next = group
            if digits >= 12, TextScan.isCard(number, digits: digits) { best = next }
            let separator = byte(next)
            if separator == UInt8(ascii: "-"), findUUID(at: next) { return }
            guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-"), digits < 19 else { break }
            group = end(from: next &+ 1, limit: 20, while: ASCII.isDigit)
            // A last group may be of any size, one before it of three digits at least.
            guard group > next &+ 1 else { break }
            let isShort = group &- next <= 3
            next &+= 1
            if isShort {
                guard byte(group) != UInt8(ascii: " "), byte(group) != UInt8(ascii: "-") else { break }
            }
        }
        guard best > 0, !isFraction(index, best, firstGroup: firstGroup), !isAmongHex(index, best) else {
            return
        }
        replace(index, best, with: "[card]")
    }

    /// Whether the digits stand after a digit and a point, and in one group.
    private func isFraction(_ index: Int, _ end: Int, firstGroup: Int) -> Bool {
        end == firstGroup && byte(index &- 1) == UInt8(ascii: ".") && ASCII.isDigit(byte(index &- 2))
    }

    /// Whether the letters that touch the digits are all hexadecimal ones.
    private mutating func isAmongHex(_ index: Int, _ end: Int) -> Bool {
        let first = beginning(before: index, limit: 16, while: ASCII.isAlphanumeric)
        let last = self.end(from: end, limit: 16, while: ASCII.isAlphanumeric)
        guard first < index || last > end else { return false }
        for place in first..<last where place < index || place >= end {
            guard ASCII.isHex(byte(place)) else { return false }
        }
        return true
    }

    /// Whether the number's check digit is right (Luhn, ISO/IEC 7812-1, annex B) and an issuer has numbers like it.
    static func isCard(_ number: UInt64, digits: Int) -> Bool {
        guard isIssued(prefix: prefix(of: number, digits: digits), digits: digits) else { return false }
        var rest = number
        var sum: UInt64 = 0
        while rest > 0 {
            sum &+= rest % 10
            let doubled = rest / 10 % 10 &* 2
            sum &+= doubled > 9 ? doubled &- 9 : doubled
            rest /= 100
        }
        return sum % 10 == 0
    }

    /// The first four digits.
    private static func prefix(of number: UInt64, digits: Int) -> Int {
        var prefix = number
        for _ in 4..<digits { prefix /= 10 }
        return Int(truncatingIfNeeded: prefix)
    }

    /// Whether an issuer has numbers that begin so, of that many digits. None begins with 1 but the old JCB ones of 15 digits, so that times
    /// since 1970 in milli-, micro- and nanoseconds (13, 16 and 19 digits) are never cards.
    private static func isIssued(prefix: Int, digits: Int) -> Bool {
        switch prefix {
        case 4000...4999: digits == 13 || digits == 16 || digits == 19  // Visa
        case 5100...5599, 2221...2720: digits == 16  // Mastercard
        case 3400...3499, 3700...3799: digits == 15  // American Express
        case 3500...3599: digits >= 16  // JCB; its own are 3528 to 3589, but test numbers are made of all
        case 2131, 1800: digits == 15  // JCB
        case 3000...3059, 3095: digits == 14 || digits == 16  // Diners Club
        case 3600...3699, 3800...3999: digits == 14 || digits >= 16  // Diners Club
        case 2200...2204: digits >= 16  // Mir
        case 6000...6099, 6200...6299, 6440...6599, 8100...8199: digits >= 16  // Discover, UnionPay, RuPay
        case 5000...5099, 5600...5899, 604, 6304, 6390, 6700...6799: digits >= 12  // Maestro
        case 5900...5999, 6000...6999: digits >= 16  // Maestro's other ranges
        case 9000...9999: digits == 16  // national schemes, such as Troy and Prostir
        default: false
        }
    }
}
