/// A fast hash by which damaged bytes in a spool are told from whole ones.
///
/// A multilinear hash over pairs of 64-bit words with products of 128 bits (the NH family: Black et al., UMAC, 1999), folded to 32
/// bits: one multiplication for 16 bytes and no chain between them, so that tracking hardly notices it. It guards against
/// accidents and not against somebody who may write the files anyway.
enum RecordChecksum {
    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let mask: UInt64 = 0xD6E8_FEB8_6659_FD93

    /// The hash of `words` words from `start` on; never 0, which stands for none.
    ///
    /// - Parameters:
    ///   - seed: makes equal bytes in different segments hash differently, so that what an earlier use of a segment left there is
    ///     not taken for a record of this one.
    ///   - first: a further word, such as a length.
    ///   - second: another one, such as a time.
    @inline(__always)
    static func hash(
        _ start: UnsafeRawPointer, words: Int, seed: UInt64, first: UInt64, second: UInt64
    ) -> UInt32 {
        var sum = UInt128(second) << 64 | UInt128(first)
        var key = seed
        var position = start
        // Two pairs at a time: counting them costs as much as hashing one.
        for _ in 0..<(words >> 2) {
            sum &+= product(position, key)
            sum &+= product(position + 16, key &+ step)
            key &+= step &* 2
            position += 32
        }
        if words & 2 != 0 {
            sum &+= product(position, key)
            key &+= step
            position += 16
        }
        var (low, high) = (UInt64(truncatingIfNeeded: sum), UInt64(truncatingIfNeeded: sum >> 64))
        if words & 1 != 0 {
            let last = (position.loadUnaligned(as: UInt64.self) &+ key).multipliedFullWidth(by: key ^ mask)
            low = low &+ last.low
            high = high &+ last.high
        }
        let folded = mix((low ^ seed) &+ high &* step)
        let result = UInt32(truncatingIfNeeded: folded >> 32)
        return result == 0 ? 1 : result
    }

    /// The product of a pair of words, each with its key.
    @inline(__always)
    private static func product(_ pair: UnsafeRawPointer, _ key: UInt64) -> UInt128 {
        let left = pair.loadUnaligned(as: UInt64.self) &+ key
        let right = pair.loadUnaligned(fromByteOffset: 8, as: UInt64.self) &+ (key ^ mask)
        let product = left.multipliedFullWidth(by: right)
        return UInt128(product.high) << 64 | UInt128(product.low)
    }

    /// Spreads every bit over the whole word (the finalizer of SplitMix64, Steele et al. 2014).
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
