#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Nanoseconds since 1970.
@usableFromInline
package func wallClock() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return UInt64(truncatingIfNeeded: Int(time.tv_sec)) &* 1_000_000_000
        &+ UInt64(truncatingIfNeeded: Int(time.tv_nsec))
}
