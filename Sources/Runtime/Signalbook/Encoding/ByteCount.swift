import SignalVocabulary

/// A number of bytes, as a type of its own so that it is not mistaken for a number of kilobytes.
public struct ByteCount: Sendable, Hashable, Comparable {
    /// How many bytes.
    public let bytes: Int

    /// That many bytes.
    public static func bytes(_ count: Int) -> ByteCount { ByteCount(bytes: count) }
    /// That many times 1,024 bytes, or the largest count if that does not fit.
    public static func kibibytes(_ count: Int) -> ByteCount { times(count, .kibibytes) }
    /// That many times 1,048,576 bytes, or the largest count if that does not fit.
    public static func mebibytes(_ count: Int) -> ByteCount { times(count, .mebibytes) }
    /// That many times 1,000 bytes, or the largest count if that does not fit.
    public static func kilobytes(_ count: Int) -> ByteCount { times(count, .kilobytes) }
    /// That many times 1,000,000 bytes, or the largest count if that does not fit.
    public static func megabytes(_ count: Int) -> ByteCount { times(count, .megabytes) }

    /// Whether the left one is fewer.
    public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

    private static func times(_ count: Int, _ unit: ByteUnit) -> ByteCount {
        let (product, overflow) = count.multipliedReportingOverflow(by: unit.size)
        return ByteCount(bytes: overflow ? (count < 0 ? .min : .max) : product)
    }
}
