#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Nanoseconds since some moment in the past; setting the wall clock does not change them.
func monotonicClock() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(truncatingIfNeeded: Int(time.tv_sec)) &* 1_000_000_000
        &+ UInt64(truncatingIfNeeded: Int(time.tv_nsec))
}

extension Duration {
    /// The duration in nanoseconds, between zero and 292 years.
    var wholeNanoseconds: Int {
        guard self < .seconds(9_000_000_000) else { return .max }
        guard self > .zero else { return 0 }
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 9_000_000_000 else { return .max }
        return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    }

    /// The same as an unsigned number, for arithmetic with instants.
    var nanoseconds: UInt64 { UInt64(wholeNanoseconds) }
}
