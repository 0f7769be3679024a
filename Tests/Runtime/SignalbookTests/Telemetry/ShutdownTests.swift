import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

@Suite(.timeLimit(.minutes(10))) struct ShutdownTests {
    @Test func `flushes and shutdowns at once, many times, lose nothing and all come back`() async {
        for round in 0..<LongTests.count(30, long: 300) {
            let exporter = ScriptedExporter { _, call in
                (call + round).isMultiple(of: 3) ? .retry("busy") : .delivered
            }
            let other = InMemoryExporter()
            var configuration = Configuration.default
            configuration.retry.initialDelay = .milliseconds(1)
            configuration.retry.maximumDelay = .milliseconds(2)
            configuration.batching.maximumAge = .milliseconds(10)
            configuration.diagnosticHandler = { _ in }
            let telemetry = Telemetry(
                catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [exporter, other])
            await withTaskGroup(of: Void.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        for number in 0..<20 { telemetry.track(.counted(number)) }
                        if task.isMultiple(of: 2) {
                            let result = await telemetry.flush(timeout: .seconds(300))
                            #expect(result.exporters.map(\.name) == ["scripted", "in-memory"])
                        } else if task > 4 {
                            #expect(await telemetry.shutdown(deadline: .seconds(300)).isComplete)
                        }
                    }
                }
            }
            let statistics = await telemetry.shutdown(deadline: .seconds(300)).statistics
            #expect(statistics.tracked == 160)
            #expect(statistics.isBalanced)
            #expect(statistics.pending == 0)
            #expect(statistics.delivered + (statistics.droppedByReason[.afterShutdown] ?? 0) == 160)
            #expect(other.signals.count == statistics.delivered)
            #expect(!exporter.hasOverlapped)
            #expect(exporter.events.last == "shutdown")
            #expect(exporter.events.count { $0 == "shutdown" } == 1)
        }
    }

    @Test func `shutdowns with no time at all lose nothing without counting it`() async throws {
        for _ in 0..<100 {
            let exporter = ScriptedExporter()
            let telemetry = Telemetry(
                catalog: SampleCatalog.self, configuration: .default, exportingOnlyTo: [exporter])
            for number in 0..<50 { telemetry.track(.counted(number)) }
            await telemetry.shutdown(deadline: .zero)
            try await eventually { telemetry.statistics.exporters.map(\.state) == [.closed] }
            let statistics = telemetry.statistics
            #expect(statistics.pending == 0)
            #expect(statistics.delivered + (statistics.droppedByReason[.unsent] ?? 0) == 50)
            #expect(statistics.isBalanced)
        }
    }

    @Test func `a dead backend holds up no other, and is named in what a flush achieved`() async {
        let dead = ScriptedExporter("dead") { _, _ in .retry("no connection", after: .seconds(3600)) }
        let alive = InMemoryExporter()
        let log = DiagnosticRecord()
        var configuration = Configuration.default
        configuration.diagnosticHandler = { log.add($0) }
        configuration.batching.maximumEvents = 10_000
        configuration.batching.maximumAge = .seconds(3600)
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [dead, alive])
        for number in 0..<100 { telemetry.track(.counted(number)) }
        let flushed = await telemetry.flush(timeout: .seconds(300))
        #expect(flushed.exporters.map(\.isComplete) == [false, true])
        #expect(flushed.exporters.map(\.waiting) == [100, 0])
        #expect(flushed.exporters.map(\.exported) == [0, 100])
        #expect(alive.signals.count == 100)
        #expect(flushed.statistics.pending == 100)
        let ended = await telemetry.shutdown(deadline: .seconds(300))
        #expect(!ended.isComplete)
        #expect(ended.statistics.delivered == 100)
        #expect(ended.statistics.dropped == 0)
        #expect(ended.statistics.exporters.map(\.abandonedByReason) == [[.unsent: 100], [:]])
        let losses = log.all.filter { $0.code == .losses }.map(\.message)
        #expect(losses.count == 1)
        // The words of an event's account and of an exporter's have nothing in common, so that the line does not contradict itself.
        let loss = losses.first ?? ""
        #expect(
            loss.hasPrefix(
                "at shutdown every event had been delivered, but not to every exporter: tracked 100 = delivered 100 "
            ))
        #expect(loss.contains("; dead: exported 0, refused 0, abandoned 100 (unsent 100), waiting 0"))
        #expect(loss.contains("; in-memory: exported 100, refused 0, abandoned 0, waiting 0"))
        #expect(loss.components(separatedBy: "delivered 1").count == 2)
    }

    @Test func `a ninth exporter is left out and reported`() async {
        let log = DiagnosticRecord()
        var configuration = Configuration.default
        configuration.diagnosticHandler = { log.add($0) }
        let exporters = (0..<9).map { _ in InMemoryExporter() }
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: exporters)
        telemetry.track(.counted(1))
        await telemetry.shutdown(deadline: .seconds(300))
        #expect(exporters.map(\.signals.count) == [1, 1, 1, 1, 1, 1, 1, 1, 0])
        #expect(log.all.filter { $0.code == .tooManyExporters }.map(\.subject) == ["in-memory#9"])
        #expect(telemetry.statistics.delivered == 1)
    }

    @Test func `the law holds at every moment while exporters fail in their own ways`() async throws {
        let random = Locked(SeededGenerator(seed: 21))
        let exporters = (0..<3).map { index in
            ScriptedExporter("e\(index)") { batch, _ in
                let kind = random.withLock { Int.random(in: 0..<6, using: &$0) }
                switch kind {
                case 0: return .retry("r")
                case 1: return .delivered(rejected: 2, reason: "r")
                case 2 where index == 1: return .failed("r")
                case 3 where index == 2: return .partial(retrying: [0], rejected: 0, reason: "r")
                case 4 where index == 2: return .tooLarge("r")
                default: return .delivered
                }
            }
        }
        var configuration = Configuration.default
        configuration.retry.initialDelay = .milliseconds(1)
        configuration.retry.maximumDelay = .milliseconds(2)
        configuration.batching.maximumAge = .milliseconds(10)
        configuration.batching.maximumEventsPerExport = 200
        configuration.buffer.capacityBytes = 1 << 20
        configuration.diagnosticHandler = { _ in }
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: exporters)
        let isDone = Atomic<Bool>(false)
        let unbalanced = Locked<[Statistics]>([])
        let watcher = Thread {
            while !isDone.load(ordering: .relaxed) {
                let statistics = telemetry.statistics
                if !statistics.isBalanced { unbalanced.withLock { $0.append(statistics) } }
            }
        }
        watcher.start()
        let track: @Sendable () -> Void = {
            for number in 0..<20_000 { telemetry.track(.counted(number % 50 == 0 ? -1 : number)) }
        }
        async let first: Void = onThread(track)
        async let second: Void = onThread(track)
        _ = try await (first, second)
        let result = await telemetry.shutdown(deadline: .seconds(300))
        isDone.store(true, ordering: .relaxed)
        #expect(unbalanced.withLock { $0 }.isEmpty)
        #expect(result.statistics.tracked == 40_000)
        #expect(result.statistics.pending == 0)
        #expect(result.statistics.isBalanced)
        #expect(exporters.allSatisfy { !$0.hasOverlapped })
    }
}
