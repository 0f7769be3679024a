/// The unit a duration is written in.
public struct DurationUnit: Sendable, Hashable {
    /// How many seconds one of it is.
    let seconds: Double

    /// 1e-9 s.
    public static var nanoseconds: DurationUnit { DurationUnit(seconds: 1e-9) }
    /// 1e-6 s.
    public static var microseconds: DurationUnit { DurationUnit(seconds: 1e-6) }
    /// 1e-3 s.
    public static var milliseconds: DurationUnit { DurationUnit(seconds: 1e-3) }
    /// 1 s.
    public static var seconds: DurationUnit { DurationUnit(seconds: 1) }
    /// 60 s.
    public static var minutes: DurationUnit { DurationUnit(seconds: 60) }
    /// 3,600 s.
    public static var hours: DurationUnit { DurationUnit(seconds: 3600) }
    /// 86,400 s.
    public static var days: DurationUnit { DurationUnit(seconds: 86400) }

    /// The duration as a number of this unit.
    func count(of duration: Duration) -> Double {
        let (whole, attoseconds) = duration.components
        if seconds == 1e-3 {  // the common one, exact where a Double can be
            return Double(whole) * 1e3 + Double(attoseconds) * 1e-15
        }
        return Double(whole) / seconds + Double(attoseconds) * 1e-18 / seconds
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
