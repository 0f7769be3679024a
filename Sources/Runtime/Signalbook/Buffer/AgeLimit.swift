/// How old a record may get before it is dropped, and by which clock.
struct AgeLimit: Sendable {
    /// The most nanoseconds between tracking and delivery.
    let maximumAge: UInt64
    /// Nanoseconds since 1970.
    let now: @Sendable () -> UInt64

    /// No limit at all.
    static let none = AgeLimit(maximumAge: .max) { 0 }

    /// The time before which records have expired. A record of the future is not old.
    var notBefore: UInt64 {
        guard maximumAge < .max else { return 0 }
        let time = now()
        return time > maximumAge ? time - maximumAge : 0
    }

    /// A clock for ages, by which a jump of the time of day makes no record old that is not.
    ///
    /// It is the time of day as it was at the call, carried on by a clock that nobody sets, so that a jump forward does not count; or the time
    /// of day where that is less, for after a jump back what is tracked has an earlier time than one would think. What a jump can do is keep
    /// records for longer.
    ///
    /// - Parameter wall: the time of day, in nanoseconds since 1970.
    static func steadyClock(_ wall: @escaping @Sendable () -> UInt64 = { wallClock() })
        -> @Sendable () -> UInt64
    {
        let start = wall()
        let began = ContinuousClock.now
        return { min(start &+ UInt64((ContinuousClock.now - began).wholeNanoseconds), wall()) }
    }
}
