/// The text of days and moments.
package enum DateSyntax {
    /// Whether the whole text is a day that exists, as `YYYY-MM-DD` (RFC 3339, `full-date`).
    package static func isDate(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { $0.count == 10 && hasDate($0) }
    }

    /// Whether the whole text is a moment as RFC 3339 writes it: `2026-02-05T10:00:00Z`, with a fraction or an offset if wanted.
    package static func isTimestamp(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isTimestamp($0) }
    }

    /// Whether the whole text is a moment as RFC 3339 writes it.
    package static func isTimestamp(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 20, hasDate(bytes), bytes[10] | 0x20 == UInt8(ascii: "t"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2),
            let second = number(bytes, 17, 2),
            hour < 24, minute < 60, second <= 60
        else { return false }
        var index = 19
        if bytes[index] == UInt8(ascii: ".") {
            index += 1
            let start = index
            while index < bytes.count, ASCII.isDigit(bytes[index]) { index += 1 }
            if index == start { return false }
        }
        guard index < bytes.count else { return false }
        if bytes[index] | 0x20 == UInt8(ascii: "z") { return index + 1 == bytes.count }
        guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"),
            bytes.count == index + 6,
            bytes[index + 3] == UInt8(ascii: ":"),
            let hours = number(bytes, index + 1, 2), let minutes = number(bytes, index + 4, 2)
        else { return false }
        return hours < 24 && minutes < 60
    }

    /// How many days a month has (Gregorian calendar).
    ///
    /// - Parameter month: 1 to 12.
    @inlinable
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the first ten bytes are a day that exists; there are at least ten.
    private static func hasDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = number(bytes, 0, 4),
            let month = number(bytes, 5, 2),
            let day = number(bytes, 8, 2), month >= 1, month <= 12, day >= 1
        else { return false }
        return day <= days(inMonth: month, of: year)
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<start + count {
            guard ASCII.isDigit(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - 0x30)
        }
        return value
    }
}
