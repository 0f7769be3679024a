/// The identifier of a record, by which a receiver can tell a duplicate: 32 lower-case hexadecimal digits.
///
/// Sixteen digits are random and the same for a whole buffer, two are the lane, fourteen count the lane's records. The digits
/// are kept as text and counted up in place, which is cheaper than printing a number for every record.
struct RecordIdentifier {
    /// How many digits it has.
    static let count = 32

    /// The digits as ASCII, first digit in the lowest byte of the first word.
    private(set) var words: (UInt64, UInt64, UInt64, UInt64)

    /// The first identifier of a lane.
    init(buffer: UInt64, lane: Int) {
        let counterZero: UInt64 = 0x3030_3030_3030_3030
        let laneDigits = RecordIdentifier.digits(of: UInt64(lane) << 56)
        words = (
            RecordIdentifier.digits(of: buffer), RecordIdentifier.digits(of: buffer << 32), laneDigits,
            counterZero
        )
    }

    /// The eight digits of a number's upper half, the most significant in the lowest byte.
    private static func digits(of number: UInt64) -> UInt64 {
        var result: UInt64 = 0
        for place in 0..<8 {
            let nibble = (number >> (60 - 4 * UInt64(place))) & 0xF
            result |= (nibble < 10 ? 0x30 + nibble : 0x57 + nibble) << (8 * UInt64(place))
        }
        return result
    }

    /// Counts up by one; after 16^14 records it begins again, which is 2,000 years at a million a second.
    @inline(__always)
    mutating func advance() {
        let last = words.3 >> 56
        if _fastPath(last != 0x39 && last != 0x66) { words.3 &+= 1 << 56 } else { carry() }
    }

    /// Counts up by one where the last digit is 9 or f.
    @inline(never)
    private mutating func carry() {
        if RecordIdentifier.increment(&words.3, digits: 8) {
            _ = RecordIdentifier.increment(&words.2, digits: 6)
        }
    }

    /// Counts the last `digits` digits of a word up, and says whether they all came round.
    private static func increment(_ word: inout UInt64, digits: Int) -> Bool {
        var shift: UInt64 = 56
        for _ in 0..<digits {
            let digit = (word >> shift) & 0xFF
            switch digit {
            case 0x66:  // f → 0, and carry on to the digit before
                word = word & ~(0xFF << shift) | (0x30 << shift)
                shift &-= 8
            case 0x39:  // 9 → a
                word = word & ~(0xFF << shift) | (0x61 << shift)
                return false
            default:
                word &+= 1 << shift
                return false
            }
        }
        return true
    }
}
