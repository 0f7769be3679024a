/// The unit in which a duration is written. The raw value is the word in the catalog.
///
/// Later versions may add units: do not switch over all of them outside of this package.
public enum DurationUnit: String, Sendable, Hashable, CaseIterable {
    /// 1e-9 s.
    case nanoseconds = "ns"
    /// 1e-6 s.
    case microseconds = "us"
    /// 1e-3 s.
    case milliseconds = "ms"
    /// 1 s.
    case seconds = "s"
    /// 60 s.
    case minutes = "min"
    /// 3,600 s.
    case hours = "h"
    /// 86,400 s.
    case days = "d"

    /// How many attoseconds one of it is. Each of these numbers is exact.
    @inlinable
    package var attoseconds: Double {
        switch self {
        case .nanoseconds: 1e9
        case .microseconds: 1e12
        case .milliseconds: 1e15
        case .seconds: 1e18
        case .minutes: 60e18
        case .hours: 3_600e18
        case .days: 86_400e18
        }
    }
}
