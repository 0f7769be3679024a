/// The form of what begins like a number.
struct Digits {
    /// The forms; ``ambiguous`` are numbers of YAML 1.1 that some parsers of 1.2 still know: digits grouped by `_`, `0b`,
    /// signs before `0o`, `0x` and `.5`, an exponent without sign after `.5`.
    enum Form {
        case text, decimal, octal, hexadecimal, float, ambiguous
    }

    var form: Form
    /// Whether there is a digit other than zero before the exponent.
    var isNonZero = false

    /// Classifies the bytes from `start` (after the sign) to `count`.
    init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) {
        var index = start
        var hasUnderscore = false
        if count - start > 2, bytes[start] == UInt8(ascii: "0") {
            let mark = bytes[start + 1]
            if mark == UInt8(ascii: "o") || mark == UInt8(ascii: "x") || mark == UInt8(ascii: "b") {
                form = Digits.prefixed(bytes, start + 2, count, mark)
                return
            }
        }
        let wholeStart = index
        Digits.skip(bytes, &index, count, &hasUnderscore, &isNonZero)
        let wholeCount = index - wholeStart
        if index == count {
            form = hasUnderscore ? .ambiguous : .decimal
            return
        }
        var fractionCount = 0
        var hasPoint = false
        if bytes[index] == Byte.point {
            hasPoint = true
            index += 1
            let fractionStart = index
            Digits.skip(bytes, &index, count, &hasUnderscore, &isNonZero)
            fractionCount = index - fractionStart
        }
        guard wholeCount + fractionCount > 0 else {
            form = .text
            return
        }
        var isUnsignedExponent = false
        if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < count, bytes[index] == Byte.plus || bytes[index] == Byte.minus {
                index += 1
            } else {
                isUnsignedExponent = true
            }
            let exponentStart = index
            while index < count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
            if index == exponentStart {
                form = .text
                return
            }
        }
        guard index == count else {
            form = .text
            return
        }
        form = hasUnderscore || (hasPoint && wholeCount == 0 && isUnsignedExponent) ? .ambiguous : .float
    }

    private static func skip(
        _ bytes: UnsafePointer<UInt8>, _ index: inout Int, _ count: Int, _ hasUnderscore: inout Bool,
        _ isNonZero: inout Bool
    ) {
        while index < count {
            let byte = bytes[index]
            if byte == Byte.underscore {
                hasUnderscore = true
            } else if byte >= 0x30, byte <= 0x39 {
                if byte != 0x30 { isNonZero = true }
            } else {
                return
            }
            index += 1
        }
    }

    private static func prefixed(
        _ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ mark: UInt8
    ) -> Form {
        var hasUnderscore = false
        var index = start
        while index < count {
            let byte = bytes[index]
            let letter = byte | 0x20
            if byte == Byte.underscore {
                hasUnderscore = true
            } else if byte >= 0x30, byte <= 0x39 {
                if mark == UInt8(ascii: "o"), byte > 0x37 { return .text }
                if mark == UInt8(ascii: "b"), byte > 0x31 { return .text }
            } else if mark != UInt8(ascii: "x") || letter < 0x61 || letter > 0x66 {
                return .text
            }
            index += 1
        }
        if hasUnderscore || mark == UInt8(ascii: "b") { return .ambiguous }
        return mark == UInt8(ascii: "o") ? .octal : .hexadecimal
    }
}
