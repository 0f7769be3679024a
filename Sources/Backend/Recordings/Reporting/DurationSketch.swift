/// Quantiles of many values in bounded memory.
///
/// Values are counted in buckets of which each power of two has 64, so a quantile is wrong by less than 0.8 % of its value (half a bucket is
/// 1/128 of its lower end); the smallest, the largest and the number of values are exact. Only the bits of a value are looked at, so the
/// result is the same on every machine and in whatever order values come. At most 41 kB.
package struct DurationSketch: Sendable {
    // From 2^-34 to 2^46: of milliseconds, from some tens of femtoseconds to two thousand years.
    private static let lowest = (1023 - 34) << 6
    private static let bucketCount = 80 << 6

    private var buckets: [UInt64] = []
    /// How many values are zero or below; they are their own bucket.
    private var notPositive = 0
    /// How many values there are.
    package private(set) var count = 0
    /// The smallest value.
    package private(set) var minimum = Double.infinity
    /// The largest value.
    package private(set) var maximum = -Double.infinity

    /// An empty sketch.
    package init() {}

    /// Adds a value; one that is not finite is left out.
    package mutating func add(_ value: Double) {
        guard value.isFinite else { return }
        count += 1
        minimum = min(minimum, value)
        maximum = max(maximum, value)
        guard value > 0 else {
            notPositive += 1
            return
        }
        if buckets.isEmpty { buckets = [UInt64](repeating: 0, count: Self.bucketCount) }
        buckets[Self.bucket(of: value)] += 1
    }

    /// The value below or at which a share of the values lies (nearest rank); nil if there are none.
    package func quantile(_ share: Double) -> Double? {
        guard count > 0 else { return nil }
        let rank = min(count, max(1, Int((share * Double(count)).rounded(.up))))
        if rank == count { return maximum }
        if rank <= notPositive { return min(0, maximum) }
        var seen = UInt64(notPositive)
        for (index, number) in buckets.enumerated() where number > 0 {
            seen += number
            if seen >= rank { return min(max(Self.middle(of: index), minimum), maximum) }
        }
        return maximum
    }

    private static func bucket(of value: Double) -> Int {
        min(max(Int(value.bitPattern >> 46) - lowest, 0), bucketCount - 1)
    }

    private static func middle(of bucket: Int) -> Double {
        let low = Double(bitPattern: UInt64(bucket + lowest) << 46)
        let high = Double(bitPattern: UInt64(bucket + lowest + 1) << 46)
        return (low + high) / 2
    }
}
