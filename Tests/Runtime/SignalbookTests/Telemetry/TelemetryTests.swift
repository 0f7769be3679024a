import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

@Suite(.timeLimit(.minutes(10))) struct TelemetryTests {
    @Test func `a tracked event arrives with its name, severity, catalog, identifier and properties`()
        async throws
    {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter)
        let before = wallClock()
        telemetry.track(.counted(3))
        await telemetry.flush(timeout: .seconds(300))
        let signal = try #require(exporter.signals.first)
        #expect(signal.name == "number_counted")
        #expect(signal.severity == .info)
        #expect(signal.catalog == "sample/2.1.0")
        #expect(signal.recordID?.utf8.count == 32)
        #expect(before <= signal.unixNanoseconds)
        #expect(signal.unixNanoseconds <= wallClock())
        #expect(signal["number"] == 3)
        #expect(signal.sampleRate == 1)
        #expect(signal.violations == nil)
    }

    @Test func `identifiers differ for every record of a process`() async {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter)
        let other = makeTelemetry(exporter: exporter)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for number in 0..<300 {
                telemetry.track(.counted(number))
                other.track(.counted(number))
            }
        }
        await telemetry.flush(timeout: .seconds(300))
        await other.flush(timeout: .seconds(300))
        #expect(Set(exporter.signals.map(\.recordID)).count == 2_400)
    }

    @Test func `an event that breaks a constraint is rejected, counted and named, without its value`() async {
        let diagnostics = DiagnosticRecord()
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter, diagnostics: diagnostics)
        telemetry.track(.counted(-77))
        await telemetry.flush(timeout: .seconds(300))
        #expect(exporter.signals.isEmpty)
        #expect(telemetry.statistics.rejected == 1)
        #expect(telemetry.statistics.isBalanced)
        let messages = diagnostics.all.filter { $0.code == .eventRejected }.map(\.message)
        #expect(messages == ["event 'number_counted' breaks its catalog and was rejected: number: minimum"])
    }

    @Test func `an event that breaks a constraint is shipped marked where that is configured`() async throws {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter) { $0.validation.onViolation = .mark }
        telemetry.track(.counted(-77))
        await telemetry.flush(timeout: .seconds(300))
        let signal = try #require(exporter.signals.first)
        #expect(signal["number"] == -77)
        #expect(signal.violations == "number: minimum")
        #expect(telemetry.statistics.rejected == 0)
    }

    @Test func `validate throws every violation`() throws {
        #expect(throws: InvalidEventError.self) { try Counted(number: -1).validate() }
        try Counted(number: 1).validate()
        let error = #expect(throws: InvalidEventError.self) {
            try Custom { properties in
                properties.string("a", "long", maxLength: 3)
                properties.double("b", .nan)
                properties.integers("c", [1, 2, 3], maxItems: 2)
            }.validate()
        }
        #expect(error?.violations.map(\.description) == ["a: max_length", "b: finite", "c: max_items"])
    }

    @Test func `an event larger than a record may be is dropped and counted`() async {
        let diagnostics = DiagnosticRecord()
        let telemetry = makeTelemetry(diagnostics: diagnostics)
        telemetry.track(Large(content: String(repeating: "x", count: 100_000)))
        telemetry.track(Large(content: String(repeating: "x", count: 60_000)))
        await telemetry.flush(timeout: .seconds(300))
        #expect(telemetry.statistics.droppedByReason == [.tooLarge: 1])
        #expect(telemetry.statistics.delivered == 1)
        #expect(diagnostics.codes == [.eventDropped])
    }

    @Test func `switched off, an event is not even made`() {
        let telemetry = makeTelemetry { $0.isEnabled = false }
        nonisolated(unsafe) var isMade = false
        func make() -> Counted {
            isMade = true
            return Counted(number: 1)
        }
        telemetry.track(make())
        #expect(!isMade)
        #expect(telemetry.statistics.tracked == 0)
    }

    @Test func `events after the shutdown are counted as dropped, and a second shutdown does no harm`() async
    {
        let diagnostics = DiagnosticRecord()
        let telemetry = makeTelemetry(diagnostics: diagnostics)
        telemetry.track(.counted(1))
        let result = await telemetry.shutdown(deadline: .seconds(300))
        #expect(result.isComplete)
        #expect(result.statistics.delivered == 1)
        telemetry.track(.counted(2))
        #expect(telemetry.statistics.droppedByReason == [.afterShutdown: 1])
        let second = await telemetry.shutdown(deadline: .seconds(300))
        #expect(second.isComplete)
        #expect(second.statistics.isBalanced)
    }

    @Test func `an exporter that hangs holds up neither flush nor shutdown past their limits`() async throws {
        let exporter = HangingExporter()
        var configuration = Configuration.default
        configuration.batching.maximumEvents = 1
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
        telemetry.track(.counted(1))
        try await exporter.isBusy.wait()
        #expect(await telemetry.flush(timeout: .milliseconds(50)).isComplete == false)
        #expect(await telemetry.shutdown(deadline: .milliseconds(50)).isComplete == false)
        #expect(telemetry.statistics.pending == 1)
        #expect(telemetry.statistics.exporters.map(\.inFlight) == [1])
        #expect(telemetry.statistics.isBalanced)
        exporter.release.open()
        try await eventually { telemetry.statistics.exporters.map(\.state) == [.closed] }
        #expect(telemetry.statistics.delivered == 1)
    }

    @Test func `an exporter that fails is counted and reported, and what tracks goes on`() async {
        let diagnostics = DiagnosticRecord()
        var configuration = Configuration.default
        configuration.diagnosticHandler = { diagnostics.add($0) }
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [FailingExporter()])
        for number in 0..<5 { telemetry.track(.counted(number)) }
        await telemetry.flush(timeout: .seconds(300))
        #expect(telemetry.statistics.droppedByReason == [.exportFailed: 5])
        #expect(telemetry.statistics.isBalanced)
        #expect(diagnostics.codes.contains(.exportFailed))
    }

    @Test func `one exporter that fails does not take an event from another`() async {
        let exporter = InMemoryExporter()
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: .init(),
            exportingOnlyTo: [FailingExporter(), exporter])
        telemetry.track(.counted(1))
        await telemetry.flush(timeout: .seconds(300))
        #expect(exporter.signals.count == 1)
        #expect(telemetry.statistics.delivered == 1)
    }

    @Test func `events ship by themselves once the batch is old enough`() async throws {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter) { $0.batching.maximumAge = .milliseconds(20) }
        for round in 1...3 {
            telemetry.track(.counted(round))
            try await eventually { exporter.signals.count >= round }
            #expect(exporter.signals.count == round)
        }
        #expect(telemetry.isEnabled)
    }

    @Test func `events ship by themselves once the batch is large enough`() async throws {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter) {
            $0.batching.maximumAge = .seconds(3600)
            $0.batching.maximumEvents = 10
        }
        for number in 0..<10 { telemetry.track(.counted(number)) }
        try await eventually { exporter.signals.count >= 10 }
        #expect(exporter.signals.count == 10)
        #expect(telemetry.isEnabled)
    }

    @Test func `the account balances at every moment while threads track and the shipper ships`() async {
        let telemetry = makeTelemetry {
            $0.sampling.rate = 0.7
            $0.batching.maximumAge = .milliseconds(10)
        }
        let isDone = Atomic<Bool>(false)
        let unbalanced = Locked<[Statistics]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            if thread == 3 {
                while !isDone.load(ordering: .relaxed) {
                    let statistics = telemetry.statistics
                    if !statistics.isBalanced { unbalanced.withLock { $0.append(statistics) } }
                }
            } else {
                for number in 0..<20_000 {
                    telemetry.track(.counted(number % 100 == 0 ? -1 : number))
                    if number == 19_999, thread == 0 { isDone.store(true, ordering: .relaxed) }
                }
            }
        }
        let result = await telemetry.shutdown(deadline: .seconds(300))
        #expect(unbalanced.withLock { $0 }.isEmpty)
        #expect(result.statistics.tracked == 60_000)
        #expect(result.statistics.isBalanced)
        #expect(result.statistics.pending == 0)
        #expect(result.statistics.sampledOut > 0)
        #expect(result.statistics.rejected > 0)
    }

    @Test func `a shutdown while threads track loses no event without counting it`() async throws {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<LongTests.count(6, long: 60) {
            let exporter = InMemoryExporter(capacity: 100_000)
            let telemetry = makeTelemetry(exporter: exporter) { $0.buffer.capacityBytes = 16 << 20 }
            let isUnderWay = Gate()
            let count = LongTests.count(3_000, long: 5_000)
            let mark = Int.random(in: 0..<count, using: &random)
            let track: @Sendable (Int) -> Void = { thread in
                for number in 0..<count {
                    if thread == 0, number == mark { isUnderWay.open() }
                    telemetry.track(.counted(number))
                }
            }
            async let first: Void = onThread { track(0) }
            async let second: Void = onThread { track(1) }
            try await isUnderWay.wait()
            await telemetry.shutdown(deadline: .seconds(300))
            _ = try await (first, second)
            let statistics = telemetry.statistics
            #expect(statistics.tracked == 2 * count)
            #expect(statistics.isBalanced)
            #expect(statistics.pending == 0)
            #expect(statistics.delivered == exporter.signals.count)
        }
    }

    @Test func `a full segment is shipped at once, however long a batch may gather`() async throws {
        let telemetry = makeTelemetry {
            $0.batching.maximumEvents = 10_000
            $0.batching.maximumAge = .seconds(3600)
        }
        // A segment has room for some 120 of them; there are eight segments, of which two lanes each fill one.
        // Few at a time, so that a slow delivery leaves segments free: with fewer than two the oldest events would make room.
        for _ in 0..<60 {
            for _ in 0..<20 { telemetry.track(Large(content: String(repeating: "x", count: 1_000))) }
            try await eventually { telemetry.statistics.pending <= 300 }
        }
        #expect(telemetry.statistics.dropped == 0)
        await telemetry.shutdown(deadline: .seconds(300))
    }

    @Test func `events that are too large use up no segments`() {
        let telemetry = makeTelemetry { $0.batching.maximumEvents = 10_000 }
        for _ in 0..<20 {
            telemetry.track(.counted(1))
            telemetry.track(Large(content: String(repeating: "x", count: 70_000)))
        }
        #expect(telemetry.statistics.droppedByReason == [.tooLarge: 20])
    }

    @Test func `an event after the shutdown is reported`() async {
        let diagnostics = DiagnosticRecord()
        let telemetry = makeTelemetry(diagnostics: diagnostics)
        await telemetry.shutdown(deadline: .seconds(300))
        telemetry.track(.counted(2))
        #expect(diagnostics.codes == [.eventDropped])
    }

    @Test func `a telemetry that is let go of without a shutdown delivers what it holds`() async throws {
        let exporter = InMemoryExporter()
        do { makeTelemetry(exporter: exporter).track(.counted(1)) }
        try await eventually { !exporter.signals.isEmpty }
        #expect(exporter.signals.count == 1)
    }

    @Test(arguments: [
        Duration.seconds(Int64.max), Duration(attoseconds: .max), Duration(attoseconds: .min),
        .zero - .seconds(1),
    ])
    func `no limit is too long or too short`(limit: Duration) async {
        let telemetry = makeTelemetry()
        telemetry.track(.counted(1))
        _ = await telemetry.flush(timeout: limit)
        _ = await telemetry.shutdown(deadline: limit)
        #expect(telemetry.statistics.isBalanced)
    }
}

private struct FailingExporter: Exporter {
    let name = "failing"
    func export(_ batch: RecordBatch) async -> ExportResult { .failed("the disk is full") }
}

/// Listens to no cancellation.
private final class HangingExporter: Exporter {
    let name = "hanging"
    let isBusy = Gate()
    let release = Gate()
    func export(_ batch: RecordBatch) async -> ExportResult {
        isBusy.open()
        await release.pass()
        return .delivered
    }
}
