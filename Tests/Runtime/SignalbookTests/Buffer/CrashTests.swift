import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// Processes that really die. The long form kills many of them.
@Suite(.timeLimit(.minutes(LongTests.count(10, long: 120))))
struct CrashTests {
    /// The numbers in a store's records.
    private static func numbers(_ collection: RecordCollection) -> [Int] {
        collection.batch.decoded().signals.compactMap { $0["number"]?.integerValue.map { Int($0) } }
    }

    @Test func `every number that was tracked before a kill is delivered after it, exactly once`()
        async throws
    {
        let kills = LongTests.count(10, long: 200)
        let outcome = try await onThread {
            let directory = try TemporaryFolder()
            var random = SeededGenerator(seed: 5)
            var acknowledged: [Int] = []
            var found: [Int] = []
            var recovered = 0
            var settled = 0
            for round in 0..<kills {
                let victim = try CrashVictim([
                    "--spool", directory.path, "--threads", "2", "--first", "\(round * 100_000)",
                    "--buffer-mb", "2", "--limit", "4000",
                ])
                victim.read(lines: Int.random(in: 1...4_000, using: &random))
                victim.kill()
                acknowledged += victim.numbers
                // Not after every kill, so that several rings wait; and not to the end, so that one is adopted more than once.
                guard round % 3 != 1 || round == kills - 1 else { continue }
                let (adopter, spools) = TestRecord.adopt(
                    directory.path, exporters: ["none"], now: wallClock())
                for spool in spools {
                    var batches = round == kills - 1 ? Int.max : Int.random(in: 0...30, using: &random)
                    while batches > 0,
                        let some = spool.collect(for: 0, maximumCount: 100, maximumBytes: .max)
                    {
                        found += Self.numbers(some)
                        spool.settle(some, for: 0, delivered: some.count, dropped: nil)
                        batches -= 1
                    }
                }
                let account = adopter.account
                settled += Int(account.settled)
                recovered += account.pending
                if account.droppedTotal > 0 { Issue.record("\(account)") }
            }
            return (acknowledged, found, settled, directory.names)
        }
        let (acknowledged, found, settled, names) = outcome
        #expect(acknowledged.count > kills)
        #expect(Set(acknowledged).subtracting(found).isEmpty)
        #expect(found.count == Set(found).count)
        #expect(settled == found.count)
        #expect(names.isEmpty)
    }

    @Test func `a running process's ring is neither adopted nor disturbed by a look at it`() async throws {
        try await onThread {
            let directory = try TemporaryFolder()
            let victim = try CrashVictim(["--spool", directory.path, "--limit", "100", "--first", "500"])
            #expect(victim.read(until: "done"))
            #expect(TestRecord.adopt(directory.path, exporters: ["none"]).spools.isEmpty)
            var ring = try #require(SpoolInspector(directory: directory.path).rings.first)
            #expect(ring.isRunning)
            #expect(ring.recordCount == 100)
            #expect(ring.events == [.init(name: "number_tracked", severity: "info", count: 100)])
            victim.kill()
            ring = try #require(SpoolInspector(directory: directory.path).rings.first)
            #expect(!ring.isRunning)
            #expect(ring.exporters.map(\.count) == [100])
            #expect(TestRecord.adopt(directory.path, exporters: ring.exporters.map(\.name)).spools.count == 1)
        }
    }

    @Test func `a child made by fork tracks nothing, ships nothing, and takes nothing with it`() async throws
    {
        try await onThread {
            let directory = try TemporaryFolder()
            let victim = try CrashVictim([
                "--spool", directory.path, "--limit", "1000", "--forks", "--threads", "2",
            ])
            #expect(victim.read(until: "done"))
            victim.kill()
            #expect(victim.lines.contains("forked"))
            let (_, spools) = TestRecord.adopt(directory.path, exporters: ["none"], now: wallClock())
            var found: [Int] = []
            for spool in spools {
                while let some = spool.collect(for: 0, maximumCount: 100, maximumBytes: .max) {
                    found += Self.numbers(some)
                    spool.settle(some, for: 0, delivered: some.count, dropped: nil)
                }
            }
            #expect(found.sorted() == Array(0..<1_000))
        }
    }

    @Test func `with no descriptors left the ring is in memory, which is said once`() async throws {
        try await onThread {
            let directory = try TemporaryFolder()
            let log = directory.file("log")
            let output = directory.file("out.jsonl")
            let victim = try CrashVictim(
                [
                    "--spool", directory.file("spool"), "--limit", "500", "--exhaust-descriptors",
                    "--exporter", "json:" + output,
                ], log: log)
            #expect(victim.read(until: "done"))
            #expect(victim.end() == 0)
            #expect(directory.read("out.jsonl")?.split(separator: "\n").count == 500)
            let said = directory.read("log")?.split(separator: "\n").filter {
                $0.contains("spool-unavailable")
            }
            #expect(said?.count == 1)
            #expect(said?.first?.contains("Too many open files") == true)
        }
    }

    @Test func `a process that ends as it should leaves no ring behind`() async throws {
        try await onThread {
            let directory = try TemporaryFolder()
            let output = directory.file("out.jsonl")
            let victim = try CrashVictim([
                "--spool", directory.file("spool"), "--limit", "500", "--exporter", "json:" + output,
            ])
            #expect(victim.read(until: "done"))
            #expect(victim.end() == 0)
            #expect(directory.read("out.jsonl")?.split(separator: "\n").count == 500)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory.file("spool")).isEmpty)
        }
    }
}
