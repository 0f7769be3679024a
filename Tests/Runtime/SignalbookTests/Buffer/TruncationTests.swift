import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// Rings whose files change under a process that uses them. The long form does it many times.
@Suite(
    .timeLimit(.minutes(LongTests.count(10, long: 240))),
    .disabled(if: ThreadSanitizer.isPresent, "a fault in its midst finds its locks held"))
struct TruncationTests {
    /// So many that a process is still at work, blocked on its pipe, when something is done to its files after 8,000 lines at the latest.
    ///
    /// Their lines have 132,890 bytes. At that moment, at most 8,000 lines of 6 bytes and a buffer of 4,096 bytes have been read, and a pipe
    /// holds 65,536: together 117,632.
    private static let limit = 24_000

    /// What a process said at its end whose files were done something to.
    private struct Outcome {
        var status: Int32 = -1
        /// Its account: what stands before each number, and each reason.
        var account: [String: Int] = [:]
        /// The numbers that were delivered.
        var delivered: [Int] = []
        var log = ""
        /// How often something was done.
        var changes = 0

        var isBalanced: Bool {
            let right = ["delivered", "pending", "out", "rejected", "dropped"].compactMap { account[$0] }
            return right.count == 5 && account["tracked"] == right.reduce(0, +)
        }

        /// Reads `tracked 5 = delivered 3 + … + dropped 2 (corrupted 1, evicted 1)`.
        mutating func read(_ line: String) {
            let words = line.split { " =+(),".contains($0) }
            for (word, number) in zip(words, words.dropFirst()) {
                if let number = Int(number) { account[String(word), default: 0] += number }
            }
        }
    }

    /// Lets a process track on two threads, does something to its segment files after so many lines, and lets it end.
    private static func run(
        afterLines counts: [Int],
        _ damage: @escaping @Sendable (_ files: [String], _ round: Int) throws -> Void
    ) async throws -> Outcome {
        try await onThread {
            let directory = try TemporaryFolder()
            let spool = directory.file("spool")
            let victim = try CrashVictim(
                [
                    "--spool", spool, "--threads", "2", "--buffer-mb", "8", "--limit", "\(limit)",
                    "--exporter", "json:" + directory.file("out.jsonl"),
                ], log: directory.file("log"))
            var files: [String] = []
            for (round, count) in counts.enumerated() {
                victim.read(lines: count)
                if files.isEmpty {
                    let ring = try #require(
                        FileManager.default.contentsOfDirectory(atPath: spool).first)
                    files = TestRecord.segmentFiles(in: spool + "/" + ring)
                }
                try damage(files, round)
            }
            var outcome = Outcome()
            outcome.changes = counts.count
            victim.read(until: "done")
            outcome.status = victim.end()
            outcome.read(victim.lines.last ?? "")
            outcome.delivered = (directory.read("out.jsonl") ?? "").split(separator: "\n").compactMap {
                let object = try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
                return object?["number"] as? Int
            }
            outcome.log = directory.read("log") ?? ""
            return outcome
        }
    }

    /// What has to hold whatever was done.
    private static func check(_ outcome: Outcome) {
        #expect(outcome.status == 0, "\(outcome.log)")
        #expect(outcome.isBalanced, "\(outcome.account)")
        #expect(outcome.account["tracked"] == limit)
        #expect(outcome.account["pending"] == 0)
        #expect(outcome.delivered.count == outcome.account["delivered"])
        #expect(Set(outcome.delivered).count == outcome.delivered.count)
        // A record that is being written at that very moment has a checksum of what is left of it: one a thread. Its exporter cannot read it,
        // or it is taken for an old one where its time is gone.
        let unreadable =
            outcome.account["export_failed", default: 0] + outcome.account["expired", default: 0]
        #expect(unreadable <= 2 * outcome.changes)
        let damaged = outcome.account["corrupted", default: 0]
        #expect(outcome.delivered.count + damaged + unreadable == limit, "\(outcome.account)")
    }

    @Test(arguments: [0, 2_048, 64 << 10, 100_000])
    func `truncated files cost what stood in them, and not the process`(_ size: Int) async throws {
        let outcome = try await Self.run(afterLines: [2_000]) { files, _ in
            for file in files { #expect(truncate(file, off_t(size)) == 0) }
        }
        Self.check(outcome)
        let said = outcome.log.split(separator: "\n").filter { $0.contains("spool-truncated") }
        #expect(said.first?.contains("/segment-0") == true)
        // The first, and the tenth where there are so many.
        #expect((1...2).contains(said.count))
    }

    @Test func `files may shrink at any time, again and again`() async throws {
        for round in 0..<LongTests.count(2, long: 100) {
            var random = SeededGenerator(seed: UInt64(round))
            let counts = (0..<6).map { _ in Int.random(in: 1...8_000, using: &random) }.sorted()
            let outcome = try await Self.run(afterLines: counts) { files, step in
                var random = SeededGenerator(seed: UInt64(round * 100 + step))
                for file in files where Bool.random(using: &random) {
                    let size = (try? Data(contentsOf: URL(filePath: file)).count) ?? 0
                    #expect(truncate(file, off_t(Int.random(in: 0...size, using: &random))) == 0)
                }
            }
            Self.check(outcome)
        }
    }

    @Test func `flipped bytes cost their records alone`() async throws {
        for round in 0..<LongTests.count(2, long: 100) {
            let outcome = try await Self.run(afterLines: [100, 1_000, 2_000, 4_000, 8_000]) { files, step in
                var random = SeededGenerator(seed: UInt64(round * 100 + step))
                for file in files {
                    let descriptor = open(file, O_WRONLY)
                    defer { close(descriptor) }
                    for _ in 0..<50 {
                        var byte = UInt8.random(in: 0...255, using: &random)
                        pwrite(descriptor, &byte, 1, off_t(Int.random(in: 0..<(512 << 10), using: &random)))
                    }
                }
            }
            Self.check(outcome)
            #expect(!outcome.log.contains("spool-truncated"))
        }
    }

    @Test func `other files in the place of the ring's change nothing`() async throws {
        let outcome = try await Self.run(afterLines: [2_000]) { files, _ in
            for file in files {
                try Data(repeating: 0x5A, count: 1_000).write(to: URL(filePath: file), options: .atomic)
            }
        }
        Self.check(outcome)
        #expect(outcome.delivered.count == Self.limit)
    }

    @Test func `files that are written anew in their place are truncated ones`() async throws {
        let outcome = try await Self.run(afterLines: [2_000, 6_000]) { files, _ in
            for file in files {
                try Data(repeating: 0x5A, count: 10_000).write(to: URL(filePath: file))
            }
        }
        Self.check(outcome)
        #expect(outcome.log.contains("spool-truncated"))
    }

    @Test func `a host that wants no handler has none, and is ended by the system`() async throws {
        let status = try await onThread {
            let directory = try TemporaryFolder()
            let victim = try CrashVictim([
                "--spool", directory.path, "--threads", "2", "--limit", "100000", "--bus", "none",
                "--unguarded",
            ])
            victim.read(lines: 1_000)
            for file in TestRecord.segmentFiles(in: directory.path) { truncate(file, 0) }
            return victim.readToEnd()
        }
        #expect(status & 0x7F == SIGBUS)
    }

    // MARK: The host's own

    /// What a process says, and how it ends, to whose host this happens.
    private static func host(_ kind: String, _ steps: String) async throws -> (lines: [String], status: Int32)
    {
        try await onThread {
            let directory = try TemporaryFolder()
            let victim = try CrashVictim([
                "--spool", directory.file("spool"), "--limit", "10", "--bus", kind, "--then", steps,
                "--exporter", "json:" + directory.file("out.jsonl"),
            ])
            let isDone = victim.read(until: "done")
            let status = isDone ? victim.end() : victim.readToEnd()
            let lines = victim.lines.filter { Int($0) == nil && !$0.hasPrefix("tracked") }
            return (lines, status)
        }
    }

    @Test(arguments: ["plain", "informed"])
    func `a handler that was there before gets what is the host's`(_ kind: String) async throws {
        let (lines, status) = try await Self.host(kind, "fault,fault,send")
        #expect(
            lines == ["ready"] + Array(repeating: ["\(kind) true", "survived"], count: 3).joined() + ["done"])
        #expect(status == 0)
    }

    @Test func `a handler that wants to be called once is called once`() async throws {
        let (lines, status) = try await Self.host("once", "fault,fault")
        #expect(lines == ["ready", "informed true", "survived"])
        #expect(status & 0x7F == SIGBUS)
    }

    @Test(arguments: ["fault", "send"])
    func `with no handler before the host's signal ends the process`(_ step: String) async throws {
        let (lines, status) = try await Self.host("none", step)
        #expect(lines == ["ready"])
        #expect(status & 0x7F == SIGBUS)
    }

    @Test func `a signal that was ignored still is, and a fault never was`() async throws {
        let (lines, status) = try await Self.host("ignored", "send,send,fault")
        #expect(lines == ["ready", "survived", "survived"])
        #expect(status & 0x7F == SIGBUS)
    }

    @Test func `a handler that is installed later may hand on to ours`() async throws {
        let (lines, status) = try await Self.host("later", "fault")
        // Once on the way to ours, which restores the default; the fault then repeats.
        #expect(lines == ["ready", "later"])
        #expect(status & 0x7F == SIGBUS)
    }
}
