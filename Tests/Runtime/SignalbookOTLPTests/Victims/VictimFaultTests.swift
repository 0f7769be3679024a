import Foundation
import Testing
import TestSupport

/// Whether the victim's own functions stand before the system's; see its `FileOperations`.
#if canImport(Glibc)
    private let canFail = true
#else
    private let canFail = false
#endif

/// File operations that fail, hang or are interrupted below a process that tracks, ships and takes over what dead ones left: in every case
/// each number arrives or is counted as lost, and of its own all arrive. The long form lets each of them fail at every place.
@Suite(
    .timeLimit(.minutes(LongTests.count(10, long: 600))),
    .enabled(if: canFail, "crash-victim cannot make calls fail on this system"))
struct VictimFaultTests {
    /// Those of a group find the same rings.
    private static let calls = [
        ["open", "openat", "mkdir", "mkdirat"], ["flock", "fstat", "fstatat"],
        ["pread", "pwrite", "posix_fallocate"], ["unlinkat"],
    ]
    /// The numbers of the running process.
    private static let own = 1_000_000..<1_000_400
    /// The numbers of the dead ones.
    private static let orphans = 0..<600

    /// Which of a call's calls fail, and with which error: in the short form the first one, and others in turn; each error and each place
    /// comes up.
    private static func faults(turn: Int) -> [(places: String, error: Int32)] {
        let errors = [ENOSPC, EDQUOT, EIO]
        guard LongTests.isOn else {
            return [
                ("1", errors[turn % 3]), (["3", "~3", "~2:others"][turn % 3], errors[(turn + 1) % 3]),
            ]
        }
        let places = ["1", "2", "3", "5", "9", "1-", "3-", "~2", "~3"].flatMap { [$0, $0 + ":others"] }
        return places.flatMap { place in errors.map { (place, $0) } }
    }

    /// Lets a victim track and adopt, and end; what it said became of it all, and how many calls something happened to.
    private static func run(
        _ faults: String, exporter: String, in home: VictimHome, with arguments: [String] = []
    ) throws -> (account: VictimAccount, injected: Int) {
        let victim = try home.start(
            exporter, numbers: own,
            ["--threads", "2", "--lingers", "\(LongTests.count(200, long: 1_000))", "--faults", faults]
                + arguments)
        #expect(victim.read(until: "done"), "\(faults)")
        #expect(victim.end() == 0, "\(faults)")
        let account = try #require(victim.account, "\(faults)")
        #expect(account.isBalanced, "\(faults): \(account)")
        #expect(account["tracked"] == own.count, "\(faults): \(account)")
        return (account, victim.number(after: "injected ") ?? 0)
    }

    /// Lets a victim deliver what is left; what it said became of it.
    private static func clear(_ home: VictimHome, _ exporter: String) throws -> VictimAccount {
        let victim = try home.start(exporter, numbers: 0..<0, ["--lingers", "300000"])
        #expect(victim.read(until: "done"))
        #expect(victim.end() == 0)
        let account = try #require(victim.account)
        #expect(account.isBalanced, "\(account)")
        return account
    }

    @Test(arguments: calls)
    func
        `a file operation that fails costs the running process no number, and nobody one that is not counted`(
            _ calls: [String]
        ) async throws
    {
        try await NumberCollector.run { exporter, collector in
            let orphans = try VictimHome()
            // Of these many the limit below evicts some.
            let isShrinking = calls == ["unlinkat"]
            try orphans.leaveRings(count: isShrinking ? 12 : 2, numbers: Self.orphans, of: exporter)
            let arguments = isShrinking ? ["--spool-mb", "1", "--lingers", "300000"] : []
            // Under the thread sanitizer a victim takes ten times as long. It looks for races, which one failure of a group brings about.
            let isWatched = ThreadSanitizer.isPresent && !LongTests.isOn
            for (turn, call) in calls.enumerated().prefix(isWatched ? 1 : .max) {
                var injected = 0
                for fault in Self.faults(turn: turn).prefix(isWatched ? 1 : .max) {
                    let faults = "\(call):\(fault.error):\(fault.places)"
                    collector.forget()
                    let home = try VictimHome(copyOf: orphans)
                    let first = try Self.run(faults, exporter: exporter, in: home, with: arguments)
                    let second = try Self.clear(home, exporter)
                    let content = collector.content
                    #expect(content.strangers == [], "\(faults)")
                    #expect(Self.own.count { content.counts[$0] == nil } == 0, "\(faults): \(first.account)")
                    let missing = Self.orphans.count { content.counts[$0] == nil }
                    let dropped = first.account["dropped"] + second["dropped"]
                    #expect(missing <= dropped, "\(faults): \(first.account); \(second)")
                    // Only where what is read cannot be had, or is too much, is anything lost at all.
                    if !["open", "openat", "fstat", "pread", "unlinkat"].contains(call) {
                        #expect(missing == 0, "\(faults): \(first.account); \(second)")
                    }
                    injected += first.injected
                }
                #expect(injected > 0, "\(call)")
            }
        }
    }

    @Test(arguments: ["open+openat+flock+pread+pwrite+posix_fallocate:\(EINTR):~2", ":delay:1-"])
    func `calls that are interrupted, and a slow disk, cost nothing at all`(_ faults: String) async throws {
        try await NumberCollector.run { exporter, collector in
            let home = try VictimHome()
            try home.leaveRings(count: 2, numbers: Self.orphans, of: exporter)
            let (account, injected) = try Self.run(
                faults, exporter: exporter, in: home, with: ["--lingers", "300000"])
            let rest = try Self.clear(home, exporter)
            #expect(injected > 20)
            #expect(account["dropped"] + rest["dropped"] + account["pending"] == 0, "\(account); \(rest)")
            #expect(account["recovered"] + rest["recovered"] == Self.orphans.count)
            let content = collector.content
            #expect(content.counts.count == Self.own.count + Self.orphans.count)
            #expect(content.duplicates == 0)
            #expect(content.strangers == [])
            #expect(home.rings == [])
        }
    }

    @Test func `a disk that hangs while rings are read holds up neither tracking nor shipping`() async throws
    {
        try await NumberCollector.run { exporter, collector in
            let home = try VictimHome()
            try home.leaveRings(count: 2, numbers: Self.orphans, of: exporter)
            let victim = try home.start(exporter, numbers: Self.own, ["--faults", "pread:stall:1-"])
            #expect(victim.read(until: "done"))
            #expect(collector.wait { $0.counts.count == Self.own.count })
            // It hangs for as long as nobody says otherwise.
            #expect(collector.content.counts.keys.allSatisfy { Self.own.contains($0) })
            victim.send("release")
            #expect(collector.wait { $0.counts.count == Self.own.count + Self.orphans.count })
            #expect(victim.end() == 0)
            let account = try #require(victim.account)
            #expect(account.isBalanced, "\(account)")
            #expect(account["delivered"] == Self.own.count + Self.orphans.count, "\(account)")
            #expect(collector.content.duplicates == 0)
        }
    }

    @Test func `a disk that hangs for ever while an adopted ring is shipped does not hold up the end`()
        async throws
    {
        try await NumberCollector.run { exporter, collector in
            let home = try VictimHome()
            try home.leaveRings(count: 1, numbers: Self.orphans, of: exporter)
            let orphan = try #require(home.rings.first)
            // Whoever takes it over reads each file to its end, in two calls; the first one after that is for a delivery.
            let files = try FileManager.default.contentsOfDirectory(atPath: home.spool + "/" + orphan)
            let adopting = files.count { $0 != "owner.lock" } * 2
            let victim = try home.start(
                exporter, numbers: Self.own,
                ["--faults", "pread:stall:\(adopting + 1)-:others", "--deadline", "200"])
            #expect(victim.read(until: "stalled"))
            #expect(victim.read(until: "done"))
            // Nobody lets it go on: without an end of its own the victim would be killed after a long time.
            #expect(victim.end() == 0)
            let account = try #require(victim.account)
            #expect(account.isBalanced, "\(account)")
            #expect(account["tracked"] == Self.own.count, "\(account)")
            #expect(account["recovered"] == Self.orphans.count, "it did not hang in a delivery: \(account)")
            #expect(account["pending"] >= Self.orphans.count, "\(account)")
            #expect(account["dropped"] == 0, "\(account)")
            #expect(home.rings.contains(orphan))
            // What it had delivered itself it had written down; all else is there for the next one.
            let rest = try Self.clear(home, exporter)
            #expect(rest["recovered"] == account["pending"], "\(account); \(rest)")
            #expect(collector.content.counts.count == Self.own.count + Self.orphans.count)
            #expect(collector.content.duplicates == 0)
            #expect(collector.content.strangers == [])
            #expect(home.rings == [])
        }
    }

    @Test(arguments: [
        "openat:stall:1-:others", "flock:stall:2-", "pwrite:stall:1-:others", "unlinkat:stall:1-",
    ])
    func `whichever file operation hangs for ever, the end comes, and the next process has what is left`(
        _ faults: String
    ) async throws {
        try await NumberCollector.run { exporter, collector in
            let home = try VictimHome()
            try home.leaveRings(count: 2, numbers: Self.orphans, of: exporter)
            let victim = try home.start(
                exporter, numbers: Self.own, ["--faults", faults, "--deadline", "200"])
            #expect(victim.read(until: "stalled"))
            #expect(victim.read(until: "done"))
            #expect(victim.end() == 0)
            let account = try #require(victim.account)
            #expect(account.isBalanced, "\(account)")
            #expect(account["tracked"] == Self.own.count, "\(account)")
            #expect(account["dropped"] == 0, "\(account)")
            let rest = try Self.clear(home, exporter)
            #expect(rest["dropped"] == 0, "\(account); \(rest)")
            #expect(collector.content.counts.count == Self.own.count + Self.orphans.count)
            #expect(collector.content.strangers == [])
            #expect(home.rings == [])
        }
    }

    @Test func `signals that interrupt every thread thousands of times cost nothing`() async throws {
        try await NumberCollector.run(faults: 29) { exporter, collector in
            let home = try VictimHome()
            try home.leaveRings(count: 2, numbers: Self.orphans, of: exporter)
            let numbers = 1_000_000..<(1_000_000 + LongTests.count(4_000, long: 10_000))
            let signals = LongTests.count(2_000, long: 10_000)
            let victim = try home.start(
                exporter, numbers: numbers,
                ["--threads", "2", "--buffer-mb", "16", "--signals", "\(signals)", "--lingers", "500"])
            #expect(victim.read(until: "done"))
            collector.answerWell()
            #expect(collector.wait { $0.counts.count == numbers.count + Self.orphans.count })
            #expect(victim.end() == 0)
            #expect(victim.number(after: "signals ") ?? 0 >= signals)
            let account = try #require(victim.account)
            #expect(account.isBalanced, "\(account)")
            #expect(account["delivered"] == numbers.count + Self.orphans.count, "\(account)")
            #expect(collector.content.strangers == [])
            #expect(home.rings == [])
        }
    }

    @Test func `processes that start together over many orphaned rings deliver each record once`()
        async throws
    {
        let (rounds, victims, rings) = LongTests.isOn ? (10, 4, 60) : (1, 2, 20)
        try await NumberCollector.run { exporter, collector in
            for _ in 0..<rounds {
                collector.forget()
                let home = try VictimHome()
                let orphans = 0..<(rings * 50)
                try home.leaveRings(count: rings, numbers: orphans, of: exporter)
                let crowd = try (1...victims).map {
                    try home.start(exporter, numbers: ($0 * 1_000_000)..<($0 * 1_000_000 + 50), ["--waits"])
                }
                for victim in crowd { victim.send("go") }
                for victim in crowd { #expect(victim.read(until: "done")) }
                #expect(collector.wait { $0.counts.count == orphans.count + victims * 50 })
                for victim in crowd { #expect(victim.end() == 0) }
                let accounts = crowd.compactMap(\.account)
                #expect(accounts.count == victims)
                #expect(accounts.allSatisfy { $0.isBalanced }, "\(accounts)")
                #expect(accounts.reduce(0) { $0 + $1["recovered"] } == orphans.count, "\(accounts)")
                #expect(
                    accounts.reduce(0) { $0 + $1["delivered"] } == orphans.count + victims * 50, "\(accounts)"
                )
                #expect(collector.content.duplicates == 0)
                #expect(collector.content.strangers == [])
                #expect(home.rings == [])
                if LongTests.isOn {
                    print("\(accounts.map { $0["recovered"] }) of \(orphans.count) recovered")
                }
            }
        }
    }
}
