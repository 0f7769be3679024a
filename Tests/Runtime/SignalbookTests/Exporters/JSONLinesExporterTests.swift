import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

@Suite struct JSONLinesExporterTests {
    private let directory: TemporaryFolder

    init() throws { directory = try TemporaryFolder() }

    /// The numbers of the events in a file; nil for a line that is no event.
    private func numbers(_ name: String) -> [Int?] {
        (directory.read(name) ?? "").split(separator: "\n").map { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["number"] as? Int
        }
    }

    private func exporter(
        maximumFileSize: Int = 1 << 20, keptFiles: Int = 3, write: @escaping WriteCall = systemWrite
    ) -> JSONLinesExporter {
        JSONLinesExporter(
            path: directory.file("s.jsonl"), maximumFileSize: maximumFileSize, keptFiles: keptFiles,
            write: write)
    }

    @Test func `a batch becomes lines of flat JSON in a file for its owner alone`() async throws {
        let exporter = exporter()
        #expect(directory.names.isEmpty)
        #expect(await exporter.export(SampleBatch.batch(numbers: [1, 2])) == .delivered)
        #expect(
            directory.read("s.jsonl") == """
                {"timestamp":"2026-02-05T10:00:00.123456Z","event":"event","severity":"error","record_id":"id-1",\
                "catalog":"api/1.0.0","session_id":null,"number":1,"duration_ms":45.25}
                {"timestamp":"2026-02-05T10:00:00.123456Z","event":"event","severity":"error","record_id":"id-2",\
                "catalog":"api/1.0.0","session_id":null,"number":2,"duration_ms":45.25}

                """)
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.file("s.jsonl"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `lines are added to what is there, also by the next exporter`() async {
        let first = exporter()
        _ = await first.export(SampleBatch.batch(numbers: [1]))
        _ = await first.export(SampleBatch.batch(numbers: [2]))
        await first.shutdown()
        _ = await exporter().export(SampleBatch.batch(numbers: [3]))
        #expect(numbers("s.jsonl") == [1, 2, 3])
    }

    @Test func `an empty batch is delivered`() async {
        #expect(await exporter().export(SampleBatch.batch([])) == .delivered)
    }

    @Test func `a malformed record is rejected and its neighbours are written`() async {
        let batch = SampleBatch.batch([
            SampleBatch.record("a", number: 1), [0x62, 9], SampleBatch.record("b", number: 2),
        ])
        #expect(await exporter().export(batch) == .delivered(rejected: 1, reason: "1 records are malformed"))
        #expect(numbers("s.jsonl") == [1, 2])
    }

    @Test func `a full file moves aside, the oldest goes, and every file keeps to the maximum`() async throws
    {
        let exporter = exporter(maximumFileSize: 1000, keptFiles: 3)
        for number in 0..<40 { _ = await exporter.export(SampleBatch.batch(numbers: [number])) }
        #expect(directory.names == ["s.1.jsonl", "s.2.jsonl", "s.3.jsonl", "s.jsonl"])
        let kept = ["s.3.jsonl", "s.2.jsonl", "s.1.jsonl", "s.jsonl"].flatMap { numbers($0) }
        #expect(kept == Array(40 - kept.count..<40))
        for name in directory.names { #expect((directory.read(name)?.utf8.count ?? 0) <= 1000) }
    }

    @Test func `without kept files the full one is removed`() async {
        let exporter = exporter(maximumFileSize: 400, keptFiles: 0)
        for number in 0..<9 { _ = await exporter.export(SampleBatch.batch(numbers: [number])) }
        #expect(directory.names == ["s.jsonl"])
        #expect(numbers("s.jsonl").last == 8)
    }

    @Test
    func
        `a batch larger than a file is spread over several at line ends, and a line larger than one has its own`()
        async
    {
        let exporter = exporter(maximumFileSize: 1000, keptFiles: 50)
        #expect(await exporter.export(SampleBatch.batch(numbers: 0..<20)) == .delivered)
        let large = SampleBatch.batch(numbers: [20], padding: 3000)
        #expect(await exporter.export(large) == .delivered)
        let all = (1..<10).reversed().flatMap { numbers("s.\($0).jsonl") } + numbers("s.jsonl")
        #expect(all == Array(0...20))
        #expect(numbers("s.jsonl") == [20])
    }

    @Test(arguments: [
        ("a/signals.jsonl", "a/signals.1.jsonl"), ("signals", "signals.1"), ("a.b/signals", "a.b/signals.1"),
        (".signals", ".signals.1"), ("s.tar.gz", "s.tar.1.gz"),
    ])
    func `the number of a file moved aside stands before its extension`(path: String, expected: String) {
        #expect(rotatedPath(path, 1) == expected)
    }

    @Test func `short and interrupted writes lose nothing`() async {
        let calls = Locked(0)
        let exporter = exporter { descriptor, bytes in
            let call = calls.withLock { calls in
                calls += 1
                return calls
            }
            if call.isMultiple(of: 2) {
                errno = EINTR
                return -1
            }
            return systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(13)))
        }
        #expect(await exporter.export(SampleBatch.batch(numbers: 0..<5)) == .delivered)
        #expect(numbers("s.jsonl") == Array(0..<5))
    }

    /// Writes like the system until `budget` bytes are used up, then has no space left.
    private func limitedDisk(_ budget: Int) -> (write: WriteCall, free: @Sendable () -> Void) {
        final class Disk: Sendable {
            let room: Locked<Int>
            init(_ room: Int) { self.room = Locked(room) }
        }
        let disk = Disk(budget)
        let write: WriteCall = { descriptor, bytes in
            let count = disk.room.withLock { room in
                let count = min(room, bytes.count)
                room -= count
                return count
            }
            guard count > 0 else {
                errno = ENOSPC
                return -1
            }
            return systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(count)))
        }
        return (write, { disk.room.withLock { $0 = .max } })
    }

    @Test
    func `a batch that a full disk cuts short is taken back, and written whole when there is room again`()
        async
    {
        let disk = limitedDisk(300)
        let exporter = exporter(write: disk.write)
        #expect(await exporter.export(SampleBatch.batch(numbers: [1])) == .delivered)
        let before = directory.read("s.jsonl")
        let result = await exporter.export(SampleBatch.batch(numbers: [2, 3]))
        #expect(result == .retry("cannot write '\(directory.file("s.jsonl"))': No space left on device"))
        #expect(directory.read("s.jsonl") == before)
        disk.free()
        #expect(await exporter.export(SampleBatch.batch(numbers: [2, 3])) == .delivered)
        #expect(numbers("s.jsonl") == [1, 2, 3])
    }

    @Test func `a line that a crash cut short is ended before the next one`() async throws {
        try Data("{\"number\":1}\n{\"numb".utf8).write(to: URL(fileURLWithPath: directory.file("s.jsonl")))
        #expect(await exporter().export(SampleBatch.batch(numbers: [2])) == .delivered)
        #expect(numbers("s.jsonl") == [1, nil, 2])
    }

    @Test func `a failed write does not take back what somebody else has added meanwhile`() async throws {
        let path = directory.file("s.jsonl")
        let calls = Locked(0)
        let exporter = exporter { descriptor, bytes in
            let call = calls.withLock { calls in
                calls += 1
                return calls
            }
            if call == 1 {
                return systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(10)))
            }
            guard call == 2 else { return systemWrite(descriptor, bytes) }
            if let other = FileHandle(forWritingAtPath: path) {
                other.seekToEndOfFile()
                other.write(Data("other".utf8))
            }
            errno = ENOSPC
            return -1
        }
        #expect(!(await exporter.export(SampleBatch.batch(numbers: [1]))).isDelivered)
        #expect(await exporter.export(SampleBatch.batch(numbers: [1])) == .delivered)
        #expect(directory.read("s.jsonl")?.contains("other\n{") ?? false)
        #expect(numbers("s.jsonl") == [nil, 1])
    }

    @Test(arguments: ["remove", "rename", "replace", "truncate"])
    func `a file that somebody else has changed is noticed`(change: String) async throws {
        let exporter = exporter()
        let path = directory.file("s.jsonl")
        _ = await exporter.export(SampleBatch.batch(numbers: [1]))
        switch change {
        case "remove": try FileManager.default.removeItem(atPath: path)
        case "rename": try FileManager.default.moveItem(atPath: path, toPath: directory.file("old"))
        case "truncate": #expect(truncate(path, 0) == 0)
        default: try Data().write(to: URL(fileURLWithPath: path), options: .atomic)
        }
        #expect(await exporter.export(SampleBatch.batch(numbers: [2])) == .delivered)
        #expect(numbers("s.jsonl") == [2])
        if change == "rename" { #expect(numbers("old") == [1]) }
    }

    @Test func `a missing directory is named and not made, and found once it is there`() async throws {
        let path = directory.file("logs/s.jsonl")
        let exporter = JSONLinesExporter(path: path)
        let result = await exporter.export(SampleBatch.batch(numbers: [1]))
        #expect(
            result == .failed("cannot open '\(path)': No such file or directory; its directory must exist"))
        #expect(directory.names.isEmpty)
        try FileManager.default.createDirectory(
            atPath: directory.file("logs"), withIntermediateDirectories: false)
        #expect(await exporter.export(SampleBatch.batch(numbers: [1])) == .delivered)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a directory, a pipe and a symbolic link in the file's place are refused, not waited for`()
        async throws
    {
        let path = directory.file("s.jsonl")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(
            await exporter().export(SampleBatch.batch(numbers: [1]))
                == .failed("cannot open '\(path)': Is a directory"))
        try FileManager.default.removeItem(atPath: path)
        #expect(mkfifo(path, 0o600) == 0)
        let exporter = exporter()
        let refusal = try await inTask { await exporter.export(SampleBatch.batch(numbers: [1])) }
        #expect(refusal == .failed("cannot open '\(path)': Invalid argument; it is no regular file"))
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: directory.file("target"))
        let reason = await exporter.export(SampleBatch.batch(numbers: [1])).reason
        #expect(reason?.hasSuffix("; it is a symbolic link, and these are not followed") ?? false)
        #expect(!directory.names.contains("target"))
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func `a read-only directory is a failure with a reason`() async throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: directory.path)
        defer {
            try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory.path)
        }
        let result = await exporter().export(SampleBatch.batch(numbers: [1]))
        #expect(result == .failed("cannot open '\(directory.file("s.jsonl"))': Permission denied"))
    }

    @Test func `exporters to one file keep their lines whole`() async {
        await withTaskGroup(of: Void.self) { group in
            for start in [0, 1000] {
                group.addTask {
                    let exporter = JSONLinesExporter(path: directory.file("s.jsonl"))
                    for number in 0..<50 {
                        _ = await exporter.export(SampleBatch.batch(numbers: [start + number], padding: 2000))
                    }
                }
            }
        }
        #expect(numbers("s.jsonl").compactMap { $0 }.sorted() == Array(0..<50) + Array(1000..<1050))
    }
}
