import SignalVocabulary

extension DurationUnit {
    /// The duration as a number of this unit. It is correctly rounded if the attoseconds, without their trailing zeros, fit the 53 bits of
    /// a Double.
    ///
    /// Computed from the two halves of the 128 bits, because `Duration.components` divides, which costs ten times as much.
    @inline(__always)
    func count(of duration: Duration) -> Double {
        let whole = duration.attoseconds
        // Up to nine seconds in either direction, the lower half says all.
        if let small = Int64(exactly: whole) { return Double(small) / attoseconds }
        let high = Double(Int64(truncatingIfNeeded: whole >> 64))
        let low = Double(UInt64(truncatingIfNeeded: whole))
        return (high * 0x1p64 + low) / attoseconds
    }
}
