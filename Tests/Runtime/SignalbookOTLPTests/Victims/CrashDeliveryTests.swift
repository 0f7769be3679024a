import Foundation
import Testing
import TestSupport

/// Processes that die while they ship, seen from the other end. The long form kills many of them.
@Suite(.timeLimit(.minutes(LongTests.count(10, long: 120))))
struct CrashDeliveryTests {
    private static let threads = 2
    /// How many numbers a life may track.
    private static let limit = 4_000
    /// The first number of one life less that of the life before.
    private static let distance = 10_000

    @Test func `what is tracked before a kill reaches the collector without a gap, twins by one identifier`()
        async throws
    {
        let kills = LongTests.count(6, long: 200)
        try await NumberCollector.run(faults: 17) { exporter, collector in
            let home = try VictimHome()
            var random = SeededGenerator(seed: 23)
            var acknowledged: Set<Int> = []
            func start(_ life: Int, limit: Int) throws -> CrashVictim {
                let first = life * Self.distance
                // Room for all of a life, and for the whole backlog of the worst case.
                return try home.start(
                    exporter, numbers: first..<(first + limit),
                    ["--threads", "\(Self.threads)", "--buffer-mb", "2", "--spool-mb", "1000"])
            }
            for life in 0..<kills {
                let victim = try start(life, limit: Self.limit)
                switch life == 0 ? 1 : Int.random(in: 0..<10, using: &random) {
                case 0: break
                case 1..<6: #expect(victim.read(lines: Int.random(in: 1...Self.limit, using: &random)))
                default:
                    let requests = collector.content.requests + Int.random(in: 1...20, using: &random)
                    let numbers = (life * Self.distance)..<(life * Self.distance + Self.limit)
                    // On a slow machine all of it may come in fewer requests.
                    let isSeen = collector.wait { content in
                        content.requests >= requests || numbers.allSatisfy { content.counts[$0] != nil }
                    }
                    #expect(isSeen)
                }
                victim.kill()
                acknowledged.formUnion(victim.numbers)
            }
            collector.answerWell()
            let last = try start(kills, limit: 0)
            #expect(last.read(until: "done"))
            let isComplete = collector.wait { content in acknowledged.allSatisfy { content.counts[$0] != nil }
            }
            #expect(isComplete)
            #expect(last.end() == 0)

            let account = try #require(last.account)
            #expect(account.isBalanced)
            #expect(account["pending"] + account["dropped"] == 0, "\(account)")
            #expect(home.rings.isEmpty)
            let content = collector.content
            #expect(content.strangers == [])
            #expect(acknowledged.count { content.counts[$0] == nil } == 0)
            // Of each thread of each life a beginning, for nothing is tracked before what comes before it.
            var series: [Int: [Int]] = [:]
            for number in content.counts.keys {
                series[number / Self.distance * Self.threads + number % Self.threads, default: []].append(
                    number)
            }
            for numbers in series.values.map({ $0.sorted() }) {
                let first = numbers[0] / Self.distance * Self.distance + numbers[0] % Self.threads
                let last = first + (numbers.count - 1) * Self.threads
                #expect(numbers.first == first && numbers.last == last)
            }
            #expect(acknowledged.count > kills)
            #expect(content.faults > 0)
            if LongTests.isOn {
                print(
                    "\(kills) kills: \(acknowledged.count) acknowledged, \(content.counts.count) delivered,",
                    "\(content.duplicates) duplicates, \(content.faults) of \(content.requests) requests failed"
                )
            }
        }
    }

    /// Bursts of twenty times what a ring of 1 MB holds, every tenth an error, while nobody answers: FAULTS A3.
    @Test func `a kill in a burst that no ring can hold costs no error, and of the others the oldest`()
        async throws
    {
        let kills = LongTests.count(4, long: 200)
        let burst = 20_000
        try await NumberCollector.run { exporter, collector in
            let home = try VictimHome()
            var random = SeededGenerator(seed: 31)
            let port = try ClosedPort()
            var lives: [Set<Int>] = []
            for life in 0..<kills {
                let first = life * 2 * burst
                let victim = try home.start(
                    "otlp:http://127.0.0.1:\(port.number)/", numbers: first..<(first + burst),
                    ["--threads", "\(Self.threads)", "--buffer-mb", "1", "--spool-mb", "1000", "--fails"])
                if Bool.random(using: &random) {
                    #expect(victim.read(until: "done"))
                } else {
                    #expect(victim.read(lines: Int.random(in: 1...burst, using: &random)))
                }
                victim.kill()
                lives.append(Set(victim.numbers))
            }
            withExtendedLifetime(port) {}
            let last = try home.start(
                exporter, numbers: 0..<0, ["--buffer-mb", "1", "--spool-mb", "1000", "--lingers", "300000"])
            #expect(last.read(until: "done"))
            #expect(last.end() == 0)
            let account = try #require(last.account)
            #expect(account.isBalanced)
            #expect(account["pending"] + account["dropped"] == 0, "\(account)")
            #expect(home.rings.isEmpty)
            let content = collector.content
            #expect(content.strangers == [])
            var lost = 0
            for acknowledged in lives {
                let missing = acknowledged.filter { content.counts[$0] == nil }
                #expect(missing.filter { $0 % 10 == 0 } == [], "an error is lost")
                lost += missing.count
                guard !missing.isEmpty else { continue }
                // Which of the others are kept depends on when a delivery was reading them; that there is room for some does not.
                let kept = acknowledged.count { $0 % 10 != 0 && content.counts[$0] != nil }
                #expect(kept > 300, "room is left")
            }
            #expect(lost > 0)
            if LongTests.isOn {
                let count = lives.reduce(0) { $0 + $1.count }
                print(
                    "\(kills) kills in bursts: \(count) acknowledged, \(lost) given up, no error among them")
            }
        }
    }
}
