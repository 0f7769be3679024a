import Testing
import TestSupport

@testable import Signalbook

@Suite struct RetryStateTests {
    /// Always the longest wait.
    private struct Longest: RandomNumberGenerator {
        // A value without bytes has no address of its own, and the thread sanitizer takes two of them for one.
        private let value = UInt64.max

        mutating func next() -> UInt64 { value }
    }

    private static let second: UInt64 = 1_000_000_000
    private var second: UInt64 { Self.second }
    private var longest = Longest()

    private func policy(_ configure: (inout Configuration.Retry) -> Void = { _ in }) -> Configuration.Retry {
        var policy = Configuration.Retry()
        configure(&policy)
        return policy
    }

    /// Lets one export end at `now`, whatever wait there is.
    private func finish(
        _ state: inout RetryState, _ outcome: RetryState.Outcome, at now: UInt64
    ) {
        var generator = Longest()
        state.began(at: now)
        state.finished(outcome, at: now, using: &generator)
    }

    @Test(arguments: [
        (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60), (8, 60), (63, 60), (64, 60), (65, 60),
        (500, 60),
    ])
    func `the longest wait doubles with every failure, up to its maximum`(failures: Int, seconds: Int) {
        var state = RetryState(policy(), maximumCount: 100)
        for _ in 0..<failures { finish(&state, .failed(after: nil), at: 7) }
        #expect(state.decision(at: 7) == .wait(UInt64(seconds) * second))
        #expect(state.decision(at: 7 + UInt64(seconds) * second - 1) == .wait(1))
        #expect(state.failures >= failures)
    }

    @Test func `the wait is anywhere between none and the longest`() {
        var generator = SeededGenerator(seed: 3)
        let waits: [UInt64] = (0..<1_000).map { _ in
            var state = RetryState(policy { $0.failuresUntilSuspended = 100 }, maximumCount: 100)
            for _ in 0..<4 {
                state.began(at: 0)
                state.finished(.failed(after: nil), at: 0, using: &generator)
            }
            guard case .wait(let time) = state.decision(at: 0) else { return 0 }
            return time
        }
        #expect(waits.allSatisfy { $0 <= 8 * second })
        for part in 0..<8 {
            let count = waits.count { $0 / second == UInt64(part) }
            #expect((75...175).contains(count), "\(count) waits of \(part) s")
        }
    }

    @Test(
        arguments: [
            (Duration.seconds(5), UInt64(6)), (.seconds(3600), 3601), (.seconds(86_400), 3601), (.zero, 1),
            (.seconds(-5), 1), (Duration(attoseconds: .max), 3601),
        ] as [(Duration, UInt64)])
    func `a receiver's wish goes before the backoff, up to its limit, with jitter on top`(
        asked: Duration, seconds: UInt64
    ) {
        var state = RetryState(policy(), maximumCount: 100)
        finish(&state, .failed(after: asked), at: 0)
        #expect(state.decision(at: 0) == .wait(seconds * second))
        var partly = RetryState(policy(), maximumCount: 100)
        finish(&partly, .slowedDown(after: asked), at: 0)
        #expect(partly.decision(at: 0) == .wait(seconds * second))
    }

    @Test func `an answer ends the backoff`() {
        var state = RetryState(policy(), maximumCount: 100)
        for _ in 0..<3 { finish(&state, .failed(after: nil), at: 0) }
        #expect(state.isBackingOff)
        finish(&state, .answered, at: 0)
        #expect(state.decision(at: 0) == .send(limit: 100, isProbe: false))
        finish(&state, .failed(after: nil), at: 0)
        #expect(state.decision(at: 0) == .wait(second))
    }

    @Test func `after enough failures in a row there are only probes, then a slow start`() {
        var state = RetryState(policy { $0.failuresUntilSuspended = 3 }, maximumCount: 20)
        for _ in 0..<2 { finish(&state, .failed(after: nil), at: 0) }
        #expect(!state.isSuspended)
        finish(&state, .failed(after: nil), at: 0)
        #expect(state.isSuspended)
        var now = 4 * second
        #expect(state.decision(at: now) == .send(limit: 1, isProbe: true))
        var seen: [RetryState.Decision] = []
        for _ in 0..<7 {
            finish(&state, .answered, at: now)
            seen.append(state.decision(at: now))
            now += second
            seen.append(state.decision(at: now))
        }
        #expect(
            seen == [
                .wait(second), .send(limit: 2, isProbe: false), .wait(second / 2),
                .send(limit: 4, isProbe: false),
                .wait(second / 4), .send(limit: 8, isProbe: false), .wait(second / 8),
                .send(limit: 16, isProbe: false), .wait(second / 16), .send(limit: 20, isProbe: false),
                .send(limit: 20, isProbe: false), .send(limit: 20, isProbe: false),
                .send(limit: 20, isProbe: false), .send(limit: 20, isProbe: false),
            ])
    }

    @Test func `a failure during the slow start suspends again at once`() {
        var state = RetryState(policy { $0.failuresUntilSuspended = 3 }, maximumCount: 20)
        for _ in 0..<3 { finish(&state, .failed(after: nil), at: 0) }
        finish(&state, .answered, at: 10 * second)
        #expect(!state.isSuspended)
        finish(&state, .failed(after: nil), at: 20 * second)
        #expect(state.isSuspended)
        #expect(state.decision(at: 20 * second) == .wait(4 * second))
    }

    @Test func `there is nothing to be done while an export is under way`() {
        var state = RetryState(policy(), maximumCount: 20)
        state.began(at: 0)
        #expect(state.decision(at: 100 * second) == .busy)
    }

    @Test
    func `who waits for a flush shortens a backoff, but not below the first delay since the last export`() {
        var state = RetryState(policy(), maximumCount: 20)
        for _ in 0..<5 { finish(&state, .failed(after: nil), at: 0) }
        #expect(state.decision(at: second / 4) == .wait(16 * second - second / 4))
        state.expedite(at: second / 4)
        #expect(state.decision(at: second / 4) == .wait(second * 3 / 4))
        state.expedite(at: second)
        #expect(state.decision(at: second) == .send(limit: 1, isProbe: true))
    }

    @Test func `who waits for a flush does not shorten what the receiver asked for`() {
        var state = RetryState(policy(), maximumCount: 20)
        finish(&state, .failed(after: .seconds(30)), at: 0)
        state.expedite(at: 10 * second)
        #expect(state.decision(at: 10 * second) == .wait(21 * second))
    }

    @Test
    func `a clock that goes back, stands still or jumps ahead leaves nobody waiting for longer than told`() {
        var state = RetryState(policy(), maximumCount: 20)
        for _ in 0..<7 { finish(&state, .failed(after: nil), at: 1_000 * second) }
        #expect(state.decision(at: 1_010 * second) == .wait(50 * second))
        #expect(state.decision(at: 0) == .wait(50 * second))
        #expect(state.decision(at: 0) == .wait(50 * second))
        #expect(state.decision(at: 20 * second) == .wait(30 * second))
        #expect(state.decision(at: 5 * second) == .wait(30 * second))
        #expect(state.decision(at: .max) == .send(limit: 1, isProbe: true))
        finish(&state, .failed(after: nil), at: .max)
        #expect(state.decision(at: 3) == .wait(60 * second))
        #expect(state.decision(at: 3 + 60 * second) == .send(limit: 1, isProbe: true))
    }

    @Test func `a day of outage costs few probes, and what comes after it begins slowly`() {
        for seed in 0..<20 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var state = RetryState(policy(), maximumCount: 4_096)
            var now: UInt64 = 0
            var attempts = 0
            var probes = 0
            while now < 86_400 * second {
                switch state.decision(at: now) {
                case .wait(let time): now += time
                case .send(let limit, let isProbe):
                    attempts += 1
                    if isProbe { probes += 1 }
                    #expect(limit == (isProbe ? 1 : 4_096))
                    state.began(at: now)
                    now += 30_000_000
                    state.finished(.failed(after: nil), at: now, using: &generator)
                case .busy:
                    Issue.record("two exports at once")
                    return
                }
            }
            #expect((2_600...3_200).contains(attempts))
            #expect(attempts - probes == 5)
            let end = now
            var limits: [Int] = []
            while limits.count < 20 {
                switch state.decision(at: now) {
                case .wait(let time): now += time
                case .send(let limit, _):
                    limits.append(limit)
                    state.began(at: now)
                    state.finished(.answered, at: now, using: &generator)
                case .busy:
                    Issue.record("two exports at once")
                    return
                }
            }
            #expect(
                limits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048]
                    + Array(repeating: 4_096, count: 8))
            // The wait for the probe, and the pauses of the slow start.
            #expect(now - end <= 62 * second)
        }
    }

    @Test
    func `whatever happens, it never overlaps, never comes before it was asked to, and never gets stuck`() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let policy = policy {
                $0.initialDelay = .milliseconds(Int.random(in: 1...5_000, using: &generator))
                $0.maximumDelay = .milliseconds(Int.random(in: 1...100_000, using: &generator))
                $0.maximumServerDelay = .milliseconds(Int.random(in: 0...100_000, using: &generator))
                $0.failuresUntilSuspended = Int.random(in: 1...6, using: &generator)
            }
            let longest = max(policy.maximumDelay, policy.maximumServerDelay) + policy.initialDelay
            let limit = Int.random(in: 1...5_000, using: &generator)
            var state = RetryState(policy, maximumCount: limit)
            var now = UInt64.random(in: 0...(1 << 62), using: &generator)
            var forbiddenUntil: UInt64 = 0
            for _ in 0..<200 {
                if Bool.random(using: &generator) { state.expedite(at: now) }
                switch state.decision(at: now) {
                case .wait(let time):
                    #expect(time <= longest.nanoseconds)
                    now += UInt64.random(in: 0...time, using: &generator)
                    if Int.random(in: 0..<8, using: &generator) == 0 {
                        now += time
                        guard case .send = state.decision(at: now) else {
                            Issue.record("stuck after the whole wait")
                            return
                        }
                    }
                case .send(let count, let isProbe):
                    #expect(now >= forbiddenUntil)
                    #expect((1...limit).contains(count))
                    #expect(!isProbe || count == 1)
                    state.began(at: now)
                    #expect(state.decision(at: now) == .busy)
                    now += UInt64.random(in: 0...1_000_000_000, using: &generator)
                    let asked =
                        Bool.random(using: &generator)
                        ? Duration.milliseconds(Int.random(in: 1...200_000, using: &generator)) : nil
                    let outcomes: [RetryState.Outcome] = [
                        .answered, .failed(after: asked), .slowedDown(after: asked),
                    ]
                    let outcome = outcomes[Int.random(in: 0..<3, using: &generator)]
                    state.finished(outcome, at: now, using: &generator)
                    if outcome != .answered, let asked {
                        forbiddenUntil = now + min(asked, policy.maximumServerDelay).nanoseconds
                    }
                case .busy:
                    Issue.record("two exports at once")
                    return
                }
            }
        }
    }
}
