import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// What a killed process had tracked is delivered by the next one.
@Suite(.timeLimit(.minutes(LongTests.count(10, long: 60)))) struct RecoveryTests {
    private static func configuration(_ directory: String) -> Configuration {
        var configuration = Configuration.default
        configuration.buffer.directory = directory + "/spool"
        configuration.buffer.capacityBytes = 4 << 20
        configuration.batching.maximumEvents = 10_000
        configuration.batching.maximumAge = .seconds(3600)
        configuration.retry.initialDelay = .milliseconds(1)
        configuration.retry.maximumDelay = .milliseconds(2)
        configuration.diagnosticHandler = { _ in }
        return configuration
    }

    /// Delivers what is in the directory to these exporters; the account at the end.
    private func recover(_ directory: String, to exporters: [any Exporter]) async throws -> Statistics {
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: RecoveryTests.configuration(directory),
            exportingOnlyTo: exporters)
        // Adoption is in the background. It takes one look, so that once something is there all of it is.
        try await eventually { telemetry.statistics.exporters.contains { $0.waiting + $0.exported > 0 } }
        return await telemetry.shutdown(deadline: .seconds(300)).statistics
    }

    /// The numbers and the identifiers of a log's lines.
    ///
    /// - Parameter kills: how many processes were killed while they wrote to it: each may have left one line unfinished, whose record was not
    ///   acknowledged.
    private func lines(_ path: String, kills: Int = 0) throws -> (numbers: [Int], identifiers: Set<String>) {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var numbers: [Int] = []
        var identifiers: Set<String> = []
        var unfinished = 0
        for line in text.split(separator: "\n") {
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            else {
                unfinished += 1
                continue
            }
            numbers.append(try #require(object["number"] as? Int))
            identifiers.insert(try #require(object["record_id"] as? String))
        }
        #expect(unfinished <= kills)
        return (numbers, identifiers)
    }

    @Test func `what nobody had taken is delivered once`() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let directory = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [directory = directory as String] in
            var configuration = RecoveryTests.configuration(directory)
            // One segment has room for all of them. A full one would be shipped at once, if the thread got that far before the kill.
            configuration.buffer.capacityBytes = 32 << 20
            let telemetry = Telemetry(
                catalog: SampleCatalog.self, configuration: configuration,
                exportingOnlyTo: [JSONLinesExporter(path: directory + "/s.jsonl")])
            for number in 0..<2_000 { telemetry.track(.counted(number)) }
            kill(getpid(), SIGKILL)
            withExtendedLifetime(telemetry) {}
        }
        let statistics = try await recover(directory, to: [JSONLinesExporter(path: directory + "/s.jsonl")])
        #expect(statistics.recovered == 2_000)
        #expect(statistics.delivered == 2_000)
        #expect(statistics.pending == 0)
        #expect(statistics.isBalanced)
        let lines = try lines(directory + "/s.jsonl")
        #expect(lines.numbers.sorted() == Array(0..<2_000))
        #expect(lines.identifiers.count == 2_000)
        let left = try FileManager.default.contentsOfDirectory(atPath: directory + "/spool")
        #expect(left.isEmpty)
    }

    @Test func `each exporter gets what it has not had, in whatever order they are named`() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let directory = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [directory = directory as String] in
            let telemetry = Telemetry(
                catalog: SampleCatalog.self, configuration: RecoveryTests.configuration(directory),
                exportingOnlyTo: [
                    InMemoryExporter(),
                    ScriptedExporter("dead") { _, _ in .retry("down", after: .seconds(3600)) },
                ])
            for number in 0..<300 { telemetry.track(.counted(number)) }
            let result = await telemetry.flush(timeout: .seconds(300))
            guard result.exporters.map(\.isComplete) == [true, false] else { exit(1) }
            for number in 300..<400 { telemetry.track(.counted(number)) }
            kill(getpid(), SIGKILL)
            withExtendedLifetime(telemetry) {}
        }
        let alive = JSONLinesExporter(path: directory + "/s.jsonl")
        let other = InMemoryExporter()
        let renamed = RenamedExporter(name: "dead", exporter: alive)
        let statistics = try await recover(directory, to: [renamed, other])
        let numbers = try lines(directory + "/s.jsonl").numbers
        #expect(numbers.sorted() == Array(0..<400))
        #expect(other.signals.compactMap { $0["number"]?.integerValue }.sorted() == Array(300..<400))
        #expect(statistics.recovered == 400)
        #expect(statistics.delivered == 400)
        #expect(statistics.isBalanced)
    }

    @Test(arguments: 0..<LongTests.count(4, long: 40))
    func `a kill at any moment loses nothing whose track had returned`(round: Int) async throws {
        var random = SeededGenerator(seed: UInt64(round))
        let mark = Int.random(in: 1...LongTests.count(5_000, long: 30_000), using: &random)
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let directory = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [directory = directory as String, mark = mark as Int] in
            var configuration = RecoveryTests.configuration(directory)
            configuration.batching.maximumEvents = 50
            configuration.buffer.capacityBytes = 32 << 20
            let telemetry = Telemetry(
                catalog: SampleCatalog.self, configuration: configuration,
                exportingOnlyTo: [JSONLinesExporter(path: directory + "/s.jsonl")])
            let descriptor = open(directory + "/acknowledged", O_RDWR | O_CREAT, 0o600)
            let isUnderWay = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                isUnderWay.wait()
                kill(getpid(), SIGKILL)
            }
            // Until it is killed, which is at any moment after the mark. The ring has room for all of them.
            for number in 0..<(mark + 20_000) {
                if number == mark { isUnderWay.signal() }
                telemetry.track(.counted(number))
                var count = number + 1
                pwrite(descriptor, &count, MemoryLayout<Int>.size, 0)
            }
            while true { pause() }
        }
        let acknowledged = try Data(contentsOf: URL(fileURLWithPath: directory + "/acknowledged"))
            .withUnsafeBytes { $0.count < 8 ? 0 : $0.loadUnaligned(as: Int.self) }
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: RecoveryTests.configuration(directory),
            exportingOnlyTo: [JSONLinesExporter(path: directory + "/s.jsonl")])
        let spool = directory + "/spool"
        while try FileManager.default.contentsOfDirectory(atPath: spool).count > 1 {
            try Task.checkCancellation()
            await telemetry.flush(timeout: .seconds(300))
        }
        let statistics = await telemetry.shutdown(deadline: .seconds(300)).statistics
        let lines = try lines(directory + "/s.jsonl", kills: 1)
        #expect(Set(lines.numbers).isSuperset(of: 0..<acknowledged))
        // What came twice has the same identifier both times.
        #expect(lines.identifiers.count == Set(lines.numbers).count)
        #expect(statistics.dropped == 0)
        #expect(statistics.isBalanced)
    }
}

/// An exporter under another name.
private struct RenamedExporter: Exporter {
    let name: String
    let exporter: any Exporter

    func export(_ batch: RecordBatch) async -> ExportResult { await exporter.export(batch) }
    func flush() async { await exporter.flush() }
    func shutdown() async { await exporter.shutdown() }
}
