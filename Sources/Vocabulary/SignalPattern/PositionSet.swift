/// A set of positions of a pattern, at most ``Pattern/maximumPositions``, as four words of bits.
///
/// Plain words rather than `SIMD4`, whose operators are slow in unoptimised builds.
struct PositionSet: Hashable, Sendable {
    private var word0: UInt64 = 0
    private var word1: UInt64 = 0
    private var word2: UInt64 = 0
    private var word3: UInt64 = 0

    init() {}

    init(_ position: Int) {
        insert(position)
    }

    var isEmpty: Bool { word0 | word1 | word2 | word3 == 0 }

    mutating func insert(_ position: Int) {
        let bit = UInt64(1) << UInt64(position & 63)
        switch position >> 6 {
        case 0: word0 |= bit
        case 1: word1 |= bit
        case 2: word2 |= bit
        default: word3 |= bit
        }
    }

    mutating func formUnion(_ other: PositionSet) {
        word0 |= other.word0
        word1 |= other.word1
        word2 |= other.word2
        word3 |= other.word3
    }

    func union(_ other: PositionSet) -> PositionSet {
        var result = self
        result.formUnion(other)
        return result
    }

    func intersection(_ other: PositionSet) -> PositionSet {
        var result = self
        result.word0 &= other.word0
        result.word1 &= other.word1
        result.word2 &= other.word2
        result.word3 &= other.word3
        return result
    }

    /// Calls `body` with each position, ascending.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        Self.forEachBit(of: word0, from: 0, body)
        Self.forEachBit(of: word1, from: 64, body)
        Self.forEachBit(of: word2, from: 128, body)
        Self.forEachBit(of: word3, from: 192, body)
    }

    @inline(__always)
    private static func forEachBit(of word: UInt64, from base: Int, _ body: (Int) -> Void) {
        var rest = word
        while rest != 0 {
            body(base + rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
    }
}
