/// The unit a duration is written in.
public struct DurationUnit: Sendable, Hashable {
    /// How many attoseconds one of it is; each of these numbers is exact.
    let attoseconds: Double

    /// 1e-9 s.
    public static var nanoseconds: DurationUnit { DurationUnit(attoseconds: 1e9) }
    /// 1e-6 s.
    public static var microseconds: DurationUnit { DurationUnit(attoseconds: 1e12) }
    /// 1e-3 s.
    public static var milliseconds: DurationUnit { DurationUnit(attoseconds: 1e15) }
    /// 1 s.
    public static var seconds: DurationUnit { DurationUnit(attoseconds: 1e18) }
    /// 60 s.
    public static var minutes: DurationUnit { DurationUnit(attoseconds: 60e18) }
    /// 3,600 s.
    public static var hours: DurationUnit { DurationUnit(attoseconds: 3_600e18) }
    /// 86,400 s.
    public static var days: DurationUnit { DurationUnit(attoseconds: 86_400e18) }

    /// The duration as a number of this unit, correctly rounded where the attoseconds fit a Double's 53 bits after their zeros.
    ///
    /// From the two halves of the 128 bits, for `Duration.components` divides and costs ten times as much.
    @inline(__always)
    func count(of duration: Duration) -> Double {
        let whole = duration.attoseconds
        let high = Double(Int64(truncatingIfNeeded: whole >> 64))
        let low = Double(UInt64(truncatingIfNeeded: whole))
        return (high * 0x1p64 + low) / attoseconds
    }
}

/// The unit a number of bytes is written in.
public struct ByteUnit: Sendable, Hashable {
    /// How many bytes one of it is.
    let bytes: Int

    /// Bytes.
    public static var bytes: ByteUnit { ByteUnit(bytes: 1) }
    /// 1,024 bytes.
    public static var kibibytes: ByteUnit { ByteUnit(bytes: 1 << 10) }
    /// 1,048,576 bytes.
    public static var mebibytes: ByteUnit { ByteUnit(bytes: 1 << 20) }
    /// 1,073,741,824 bytes.
    public static var gibibytes: ByteUnit { ByteUnit(bytes: 1 << 30) }
    /// 1,000 bytes.
    public static var kilobytes: ByteUnit { ByteUnit(bytes: 1_000) }
    /// 1,000,000 bytes.
    public static var megabytes: ByteUnit { ByteUnit(bytes: 1_000_000) }
    /// 1,000,000,000 bytes.
    public static var gigabytes: ByteUnit { ByteUnit(bytes: 1_000_000_000) }
}

/// A number of bytes that cannot be taken for a number of kilobytes.
public struct ByteCount: Sendable, Hashable, Comparable {
    /// How many bytes.
    public let bytes: Int

    /// That many bytes.
    public static func bytes(_ count: Int) -> ByteCount { ByteCount(bytes: count) }
    /// That many times 1,024 bytes; the largest count where that does not fit.
    public static func kibibytes(_ count: Int) -> ByteCount { times(count, 1 << 10) }
    /// That many times 1,048,576 bytes; the largest count where that does not fit.
    public static func mebibytes(_ count: Int) -> ByteCount { times(count, 1 << 20) }
    /// That many times 1,000 bytes; the largest count where that does not fit.
    public static func kilobytes(_ count: Int) -> ByteCount { times(count, 1_000) }
    /// That many times 1,000,000 bytes; the largest count where that does not fit.
    public static func megabytes(_ count: Int) -> ByteCount { times(count, 1_000_000) }

    /// Whether the left one is fewer.
    public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

    private static func times(_ count: Int, _ size: Int) -> ByteCount {
        let (product, overflow) = count.multipliedReportingOverflow(by: size)
        return ByteCount(bytes: overflow ? (count < 0 ? .min : .max) : product)
    }
}
