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
        var low = first
        var high = second
        var key = seed
        var position = start
        for _ in 0..<(words >> 1) {
            let left = position.loadUnaligned(as: UInt64.self)
            let right = position.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            let product = (left &+ key).multipliedFullWidth(by: right &+ (key ^ mask))
            let sum = low.addingReportingOverflow(product.low)
            low = sum.partialValue
            high = high &+ product.high &+ (sum.overflow ? 1 : 0)
            key &+= step
            position += 16
        }
        if words & 1 != 0 {
            let product = (position.loadUnaligned(as: UInt64.self) &+ key).multipliedFullWidth(by: key ^ mask)
            low = low &+ product.low
            high = high &+ product.high
        }
        let folded = mix((low ^ seed) &+ high &* step)
        let result = UInt32(truncatingIfNeeded: folded >> 32)
        return result == 0 ? 1 : result
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
