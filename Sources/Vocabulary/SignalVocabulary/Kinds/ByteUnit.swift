/// The unit in which a number of bytes is written. The raw value is the word in the catalog.
///
/// Later versions may add units: do not switch over all of them outside of this package.
public enum ByteUnit: String, Sendable, Hashable, CaseIterable {
    /// Bytes.
    case bytes = "B"
    /// 1,024 bytes.
    case kibibytes = "KiB"
    /// 1,048,576 bytes.
    case mebibytes = "MiB"
    /// 1,073,741,824 bytes.
    case gibibytes = "GiB"
    /// 1,000 bytes.
    case kilobytes = "kB"
    /// 1,000,000 bytes.
    case megabytes = "MB"
    /// 1,000,000,000 bytes.
    case gigabytes = "GB"

    /// How many bytes one of it is.
    @inlinable
    package var size: Int {
        switch self {
        case .bytes: 1
        case .kibibytes: 1 << 10
        case .mebibytes: 1 << 20
        case .gibibytes: 1 << 30
        case .kilobytes: 1_000
        case .megabytes: 1_000_000
        case .gigabytes: 1_000_000_000
        }
    }
}
