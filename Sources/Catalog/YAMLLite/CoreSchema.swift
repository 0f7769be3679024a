/// What a plain scalar stands for: YAML 1.2.2, section 10.3.2, less what parsers in use disagree about.
enum CoreSchema {
    /// What came of it.
    enum Resolution {
        case value(Scalar.Value)
        /// Another kind of value to a parser which still takes some of YAML 1.1's numbers.
        case ambiguous
        case outOfRange
        case mergeKey
        case reserved
    }

    /// Resolves a scalar of the given bytes, which are `string`. Cost: one pass, plus `Double`'s own for numbers.
    static func resolve(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ string: String) -> Resolution {
        if count == 0 { return .value(.null) }
        let first = bytes[0]
        if first > 0x40 || first == Byte.less || first == Byte.equals {
            return word(string, count)
        }
        var start = 0
        let isSigned = first == Byte.plus || first == Byte.minus
        if isSigned {
            start = 1
            if count == 1 { return .value(.string) }
        }
        let digits = Digits(bytes, start, count)
        switch digits.form {
        case .text:
            return infinity(string, count)
        case .ambiguous:
            return .ambiguous
        case .decimal:
            if count - start > 1, bytes[start] == UInt8(ascii: "0") { return .ambiguous }
            return .value(integer(bytes, start, count, radix: 10, isNegative: first == Byte.minus))
        case .octal, .hexadecimal:
            if isSigned { return .ambiguous }
            let radix: Int64 = digits.form == .octal ? 8 : 16
            return .value(integer(bytes, 2, count, radix: radix, isNegative: false))
        case .float:
            if isSigned, bytes[start] == Byte.point { return .ambiguous }
            // YAML takes `1.` and `.5`, strtod does too; both agree on everything else that has this form.
            guard let double = Double(padded(string, bytes, start, count)), double.isFinite else {
                return .outOfRange
            }
            if double == 0, digits.isNonZero { return .outOfRange }
            return .value(.double(double))
        }
    }

    /// Whether the bytes of a scalar with this value mean the same in JSON (RFC 8259, sections 3 and 6).
    static func isJSON(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ value: Scalar.Value) -> Bool {
        switch value {
        case .string: return false
        // YAML also takes words with capitals, `~` and nothing for null.
        case .null: return count == 4 && bytes[0] == UInt8(ascii: "n")
        case .bool: return bytes[0] > 0x60
        case .integer, .bigInteger, .double: break
        }
        var index = bytes[0] == Byte.minus ? 1 : 0
        guard index < count, bytes[index] >= 0x30, bytes[index] <= 0x39 else { return false }
        // A leading zero stands alone before a point or an exponent.
        if bytes[index] == 0x30, index + 1 < count {
            let next = bytes[index + 1]
            guard next == Byte.point || next | 0x20 == UInt8(ascii: "e") else { return false }
        }
        while index < count, bytes[index] != Byte.point { index += 1 }
        return index == count || index + 1 < count && bytes[index + 1] >= 0x30 && bytes[index + 1] <= 0x39
    }

    /// `Double` wants a digit on both sides of the point.
    private static func padded(_ string: String, _ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int)
        -> String
    {
        var point = start
        while point < count, bytes[point] != Byte.point { point += 1 }
        if point == count { return string }
        let hasBefore = point > start
        let hasBehind = point + 1 < count && bytes[point + 1] >= 0x30 && bytes[point + 1] <= 0x39
        if hasBefore, hasBehind { return string }
        let before = String(decoding: UnsafeBufferPointer(start: bytes, count: point), as: UTF8.self)
        let behind = String(
            decoding: UnsafeBufferPointer(start: bytes + point + 1, count: count - point - 1), as: UTF8.self)
        return before + (hasBefore ? "" : "0") + "." + (hasBehind ? "" : "0") + behind
    }

    private static func word(_ string: String, _ count: Int) -> Resolution {
        if count > 5 || count == 3 { return .value(.string) }
        switch string {
        case "~", "null", "Null", "NULL": return .value(.null)
        case "true", "True", "TRUE": return .value(.bool(true))
        case "false", "False", "FALSE": return .value(.bool(false))
        case "<<": return .mergeKey
        case "=": return .reserved
        default: return .value(.string)
        }
    }

    private static func infinity(_ string: String, _ count: Int) -> Resolution {
        if count > 5 { return .value(.string) }
        switch string {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .value(.double(.infinity))
        case "-.inf", "-.Inf", "-.INF": return .value(.double(-.infinity))
        case ".nan", ".NaN", ".NAN": return .value(.double(.nan))
        default: return .value(.string)
        }
    }

    /// The digits from `start` on as a number; ``Scalar/Value/bigInteger`` beyond 64 bits.
    private static func integer(
        _ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int, radix: Int64, isNegative: Bool
    ) -> Scalar.Value {
        var value: Int64 = 0
        var index = start
        while index < count {
            let byte = bytes[index]
            let digit = byte <= 0x39 ? byte &- 0x30 : (byte | 0x20) &- 0x57
            let (product, overflow) = value.multipliedReportingOverflow(by: radix)
            let (sum, overflow2) =
                isNegative
                ? product.subtractingReportingOverflow(Int64(digit))
                : product.addingReportingOverflow(Int64(digit))
            if overflow || overflow2 { return .bigInteger }
            value = sum
            index += 1
        }
        return .integer(value)
    }
}
