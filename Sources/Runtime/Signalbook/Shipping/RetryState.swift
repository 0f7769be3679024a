/// When one exporter may send, and how much: backoff, circuit breaker and slow start, as a pure state machine.
///
/// It knows neither a clock nor a source of randomness; both are handed in, so that a day of outage is simulated in milliseconds.
///
/// * After a failure it waits for a random time between zero and `initialDelay`, doubled with every failure in a row, `maximumDelay` at
///   most: exponential backoff with full jitter (Brooker, "Exponential Backoff And Jitter", AWS 2015). A server's wish
///   (`Retry-After`) goes before that, up to `maximumServerDelay`, with some jitter on top so that not all clients come at once.
/// * After `failuresUntilSuspended` failures in a row the exporter is *suspended*: what is sent then is a single record, until one arrives.
/// * After a suspension it starts slowly: batches of 2, 4, 8, … records, with pauses that halve. A failure meanwhile suspends it again.
///
/// Instants are nanoseconds of a clock that ought to go forward only. One that jumps does no harm: what remains of a wait shrinks by
/// what was seen to pass between two looks at the clock and never grows, so that no jump can leave it waiting longer than it was told to.
struct RetryState {
    /// What may be done now.
    enum Decision: Hashable {
        /// Send at most this many records. A probe is to be a record chosen at random, for the first one may be what the receiver cannot take.
        case send(limit: Int, isProbe: Bool)
        /// Nothing for so many nanoseconds.
        case wait(UInt64)
        /// Nothing until ``finished(_:at:using:)``: exports of one exporter never overlap.
        case busy
    }

    /// What an export showed about the receiver.
    enum Outcome: Hashable {
        /// It answered, and is ready for more; whether it liked what it was sent is another matter.
        case answered
        /// It took some and asked to have the rest again, not before the given time.
        case slowedDown(after: Duration?)
        /// It took nothing, or cannot be reached.
        case failed(after: Duration?)
    }

    private let policy: Configuration.Retry
    /// The most records in one export, when all is well.
    private let maximumCount: Int

    /// How often in a row it has failed or been slowed down.
    private(set) var failures = 0
    /// Whether exports are down to single records.
    private(set) var isSuspended = false
    /// Whether one is under way.
    private(set) var isInFlight = false
    /// The limit of the slow start; nil: it is over.
    private var ramp: Int?
    /// The longest pause before the next export of the slow start, in nanoseconds.
    private var pause: UInt64 = 0
    /// What remains of the wait, in nanoseconds.
    private var remaining: UInt64 = 0
    /// Whether the receiver asked for the wait.
    private var isAskedFor = false
    /// What has passed since the last export ended, in nanoseconds.
    private var sinceLast: UInt64 = .max
    /// When the clock was last looked at.
    private var last: UInt64 = 0

    init(_ policy: Configuration.Retry, maximumCount: Int) {
        self.policy = policy
        self.maximumCount = max(maximumCount, 1)
    }

    /// Whether it is waiting because something failed.
    var isBackingOff: Bool { failures > 0 && remaining > 0 }

    /// What may be done at `now`.
    mutating func decision(at now: UInt64) -> Decision {
        if isInFlight { return .busy }
        advance(to: now)
        if remaining > 0 { return .wait(remaining) }
        if isSuspended { return .send(limit: 1, isProbe: true) }
        return .send(limit: min(ramp ?? maximumCount, maximumCount), isProbe: false)
    }

    /// An export begins.
    mutating func began(at now: UInt64) {
        advance(to: now)
        isInFlight = true
    }

    /// An export ended.
    mutating func finished(
        _ outcome: Outcome, at now: UInt64, using generator: inout some RandomNumberGenerator
    ) {
        last = now
        sinceLast = 0
        isInFlight = false
        isAskedFor = false
        switch outcome {
        case .answered:
            failures = 0
            if isSuspended {
                isSuspended = false
                ramp = 2
                pause = policy.initialDelay.nanoseconds
            } else if let limit = ramp {
                ramp = limit >= maximumCount ? nil : limit * 2
                pause /= 2
            }
            remaining = ramp == nil || pause == 0 ? 0 : UInt64.random(in: 0...pause, using: &generator)
        case .slowedDown(let delay):
            failures += 1
            wait(delay, using: &generator)
        case .failed(let delay):
            failures += 1
            if failures >= policy.failuresUntilSuspended || ramp != nil {
                failures = max(failures, policy.failuresUntilSuspended)
                isSuspended = true
                ramp = nil
            }
            wait(delay, using: &generator)
        }
    }

    /// Somebody waits for what is left: the next export comes as soon as it may, but neither before the receiver asked for it nor within
    /// `initialDelay` of the last one, so that who flushes in a loop makes no storm.
    mutating func expedite(at now: UInt64) {
        advance(to: now)
        guard !isAskedFor else { return }
        let delay = policy.initialDelay.nanoseconds
        remaining = min(remaining, delay - min(sinceLast, delay))
    }

    private mutating func wait(_ asked: Duration?, using generator: inout some RandomNumberGenerator) {
        let initial = policy.initialDelay.nanoseconds
        let maximum = max(policy.maximumDelay.nanoseconds, initial)
        if let asked, asked > .zero {
            isAskedFor = true
            remaining =
                min(asked, policy.maximumServerDelay).nanoseconds
                + UInt64.random(in: 0...initial, using: &generator)
        } else {
            let doublings = min(failures - 1, 62)
            let (grown, hasOverflowed) = initial.multipliedReportingOverflow(by: 1 << UInt64(doublings))
            remaining = UInt64.random(
                in: 0...(hasOverflowed ? maximum : min(grown, maximum)), using: &generator)
        }
    }

    /// Takes what has passed off what remains. A clock that went back shows nothing, and counts on from where it is.
    private mutating func advance(to now: UInt64) {
        let passed = now > last ? now - last : 0
        last = now
        remaining -= min(passed, remaining)
        sinceLast = sinceLast > UInt64.max - passed ? .max : sinceLast + passed
    }
}
