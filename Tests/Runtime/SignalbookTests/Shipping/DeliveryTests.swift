import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

@Suite(.timeLimit(.minutes(10))) struct DeliveryTests {
    /// A delivery over stores of one's own, quick to try again.
    private struct Bench {
        let sources: RecordSources
        let metrics = MetricSources()
        let delivery: Delivery
        let diagnostics = DiagnosticLog()
        let limits = DeliveryThread(name: "limits", endsWhenIdle: true)

        init(
            _ own: InMemoryRecordStore, _ exporter: (any Exporter)?, isVolatile: Bool = true,
            configure: (inout Configuration) -> Void = { _ in }
        ) {
            var configuration = Configuration.default
            configuration.retry.initialDelay = .milliseconds(1)
            configuration.retry.maximumDelay = .milliseconds(4)
            configuration.batching.maximumAge = .seconds(3600)
            configuration.batching.maximumEvents = 10_000
            configure(&configuration)
            sources = RecordSources(own: own, isVolatile: isVolatile)
            delivery = Delivery(
                name: "scripted", place: 0, slots: [0], exporter: exporter,
                setup: Delivery.Setup(
                    sources: sources, metrics: metrics, wakeup: Wakeup(), configuration: configuration,
                    diagnostics: DiagnosticChannel(handler: diagnostics.append)))
        }

        /// Flushes, or shuts down.
        func finish(
            isShutdown: Bool = false, within limit: Duration = .seconds(300)
        ) async -> FlushResult.Exporter {
            let ticket = FlushTicket(exporters: ["scripted"], within: limit, isShutdown: isShutdown)
            delivery.add(ticket)
            await ticket.wait(limitedBy: limits)
            if isShutdown { delivery.end() }
            return ticket.outcomes[0]
        }
    }

    @Test func `everything arrives once and in order, in batches of the configured size`() async {
        let store = InMemoryRecordStore(0..<1_000)
        let exporter = ScriptedExporter()
        let bench = Bench(store, exporter) { $0.batching.maximumEventsPerExport = 300 }
        bench.delivery.start()
        let outcome = await bench.finish()
        #expect(outcome.isComplete)
        #expect(outcome.exported == 1_000)
        #expect(outcome.waiting == 0)
        #expect(exporter.calls.map(\.count) == [300, 300, 300, 100])
        #expect(exporter.calls.flatMap { $0 } == Array(0..<1_000))
        #expect(exporter.events == ["flush"])
        #expect(store.problems.isEmpty)
        _ = await bench.finish(isShutdown: true)
        #expect(exporter.events.last == "shutdown")
        #expect(bench.delivery.statistics.state == .closed)
    }

    @Test func `what fails is sent again until it arrives`() async {
        let store = InMemoryRecordStore(0..<100)
        let exporter = ScriptedExporter { _, call in call < 9 ? .retry("down", errorType: "503") : .delivered
        }
        let bench = Bench(store, exporter)
        bench.delivery.start()
        #expect(await bench.finish().isComplete)
        let statistics = bench.delivery.statistics
        #expect(statistics.exported == 100)
        #expect(statistics.retries == 9)
        #expect(statistics.lastErrorType == "503")
        #expect(statistics.waiting == 0)
        #expect(!exporter.hasOverlapped)
        #expect(Set(exporter.calls.dropFirst(9).flatMap { $0 }) == Set(0..<100))
        #expect(exporter.calls.dropFirst(9).flatMap { $0 }.count == 100)
        let codes = Set(bench.diagnostics.all.map(\.code))
        #expect(codes == [.exportFailed, .exporterSuspended, .exporterRecovered])
        _ = await bench.finish(isShutdown: true)
        #expect(store.problems.isEmpty)
    }

    @Test func `a record that the receiver cannot take is dropped alone`() async {
        let store = InMemoryRecordStore(0..<500)
        let exporter = ScriptedExporter { batch, _ in
            batch.numbers.contains(137) ? .retry("cannot be read") : .delivered
        }
        let bench = Bench(store, exporter)
        bench.delivery.start()
        #expect(await bench.finish().isComplete)
        let statistics = bench.delivery.statistics
        #expect(statistics.exported == 499)
        #expect(statistics.abandonedByReason == [.retriesExhausted: 1])
        let arrived = exporter.calls.filter { !$0.contains(137) }.flatMap { $0 }
        #expect(arrived.sorted() == (0..<500).filter { $0 != 137 })
        _ = await bench.finish(isShutdown: true)
        #expect(store.problems.isEmpty)
    }

    @Test func `a receiver that takes small batches only is not asked twice for the large one`() async {
        let store = InMemoryRecordStore(0..<1_000)
        let exporter = ScriptedExporter { batch, _ in batch.byteCount > 2_000 ? .tooLarge("413") : .delivered
        }
        let bench = Bench(store, exporter)
        bench.delivery.start()
        #expect(await bench.finish().isComplete)
        store.append(1_000..<2_000)
        let before = exporter.calls.count
        #expect(await bench.finish().isComplete)
        #expect(bench.delivery.statistics.exported == 2_000)
        #expect(exporter.calls[before...].allSatisfy { $0.count <= 500 })
        _ = await bench.finish(isShutdown: true)
    }

    @Test func `what dead processes left comes oldest first, in turns with what is fresh`() async {
        let own = InMemoryRecordStore(0..<30)
        let exporter = ScriptedExporter()
        let bench = Bench(own, exporter) { $0.batching.maximumEventsPerExport = 10 }
        let emptied = Locked<[String]>([])
        let old = InMemoryRecordStore(1_000..<1_020)
        let older = InMemoryRecordStore([])
        bench.sources.adopt(older, slots: [0]) { emptied.withLock { $0.append("older") } }
        bench.sources.adopt(old, slots: [0]) { emptied.withLock { $0.append("old") } }
        let young = InMemoryRecordStore(2_000..<2_010)
        bench.sources.adopt(young, slots: [0]) { emptied.withLock { $0.append("young") } }
        bench.delivery.start()
        #expect(await bench.finish().isComplete)
        #expect(exporter.calls.map(\.first) == [0, 1_000, 10, 1_010, 20, 2_000])
        _ = await bench.finish(isShutdown: true)
        #expect(emptied.withLock { $0 } == ["older", "old", "young"])
        #expect(own.problems + old.problems + young.problems == [])
    }

    @Test
    func `what cannot be read for a while is asked for after a sleep, and a flush does not call it done`()
        async throws
    {
        let own = InMemoryRecordStore(0..<10)
        let bench = Bench(own, ScriptedExporter())
        let adopted = UnreadableStore()
        bench.sources.adopt(adopted, slots: [0], whenEmpty: {})
        bench.delivery.start()
        try await eventually {
            adopted.attempts.withLock { $0 } >= 5 && bench.delivery.statistics.exported == 10
        }
        #expect(await bench.finish(within: .milliseconds(100)).isComplete == false)
        // One after each sleep, and a few for those who wake it: it never asks again at once.
        let attempts = adopted.attempts.withLock { $0 }
        #expect(attempts <= bench.delivery.sleeper.sleepCount + 4)
        #expect(await bench.finish(isShutdown: true, within: .milliseconds(100)).isComplete == false)
    }

    @Test func `an exporter is given the kinds it takes, and counts each on its own`() async {
        let store = InMemoryRecordStore(0..<10)
        store.append(10..<14, kind: .spans)
        store.append(14..<20)
        let both = ScriptedExporter("both", kinds: [.logs, .spans]) { batch, _ in
            batch.kind == .spans ? .delivered(rejected: 1, reason: "r") : .delivered
        }
        var bench = Bench(store, both)
        bench.delivery.start()
        #expect(await bench.finish(isShutdown: true).exported == 19)
        #expect(both.calls.map(\.count) == [10, 4, 6])
        var statistics = bench.delivery.statistics
        #expect(statistics.kinds[.logs]?.exported == 16 && statistics.kinds[.logs]?.refused == 0)
        #expect(statistics.kinds[.spans]?.exported == 3 && statistics.kinds[.spans]?.refused == 1)
        #expect(statistics.exported == 19 && statistics.refused == 1 && statistics.waiting == 0)
        #expect(
            statistics.description
                == "scripted: logs exported 16, refused 0, abandoned 0; spans exported 3, refused 1, abandoned 0, waiting 0; last error: r"
        )
        let names = statistics.selfObservations.map { "\($0.name) \($0.unit) \(Int($0.value))" }
        #expect(names.contains("otel.sdk.exporter.span.exported {span} 3"))
        #expect(names.contains("otel.sdk.exporter.span.inflight {span} 0"))
        #expect(names.contains("otel.sdk.exporter.log.exported {log_record} 16"))

        let other = InMemoryRecordStore(0..<10)
        other.append(10..<14, kind: .spans)
        let logs = ScriptedExporter("logs")
        bench = Bench(other, logs)
        bench.delivery.start()
        #expect(await bench.finish(isShutdown: true).isComplete)
        #expect(logs.calls == [Array(0..<10)])
        statistics = bench.delivery.statistics
        #expect(statistics.exported == 10 && statistics.abandoned == 0 && statistics.waiting == 0)
        #expect(statistics.kinds[.spans] == nil)
        #expect(other.settlements.map(\.reason) == [nil, .noExporter])
    }

    @Test func `what was in hand when a flush was called is among what it achieved`() async throws {
        let store = InMemoryRecordStore(0..<10)
        let (isBusy, mayGoOn) = (Gate(), Gate())
        let exporter = ScriptedExporter { _, call in
            if call == 0 {
                isBusy.open()
                await mayGoOn.pass()
            }
            return .delivered
        }
        let bench = Bench(store, exporter) { $0.batching.maximumEvents = 1 }
        bench.delivery.start()
        await isBusy.pass()
        store.append(10..<15)
        async let flushed = bench.finish()
        // Not before the ticket is there, which the delivery looks at only when the exporter is back.
        try await eventually { bench.delivery.ticketCount > 0 }
        mayGoOn.open()
        #expect(await flushed.exported == 15)
        _ = await bench.finish(isShutdown: true)
    }

    @Test func `a flush whose time is up says what arrived and what waits`() async {
        let store = InMemoryRecordStore(0..<10)
        let (isBusy, mayGoOn) = (Gate(), Gate())
        let exporter = ScriptedExporter { _, call in
            if call == 1 {
                isBusy.open()
                await mayGoOn.pass()
            }
            return .delivered
        }
        let bench = Bench(store, exporter) { $0.batching.maximumEventsPerExport = 6 }
        bench.delivery.start()
        let ticket = FlushTicket(exporters: ["scripted"], within: .seconds(300), isShutdown: false)
        bench.delivery.add(ticket)
        await isBusy.pass()
        bench.delivery.note(in: ticket)
        #expect(
            ticket.outcomes == [
                FlushResult.Exporter(name: "scripted", isComplete: false, exported: 6, waiting: 4)
            ])
        mayGoOn.open()
        _ = await bench.finish(isShutdown: true)
    }

    @Test func `without an exporter records are dropped for that reason`() async {
        let store = InMemoryRecordStore(0..<10)
        let bench = Bench(store, nil)
        bench.delivery.start()
        #expect(await bench.finish(isShutdown: true).isComplete)
        #expect(store.settlements.map(\.reason) == [.noExporter])
    }

    @Test func `at its end a delivery counts as unsent what is in memory, and leaves what is in files`() async
    {
        for isVolatile in [true, false] {
            let store = InMemoryRecordStore(0..<10)
            let exporter = ScriptedExporter { _, _ in .retry("down", after: .seconds(3600)) }
            let bench = Bench(store, exporter, isVolatile: isVolatile)
            bench.delivery.start()
            let outcome = await bench.finish(isShutdown: true)
            #expect(!outcome.isComplete)
            #expect(outcome.waiting == (isVolatile ? 0 : 10))
            #expect(bench.delivery.statistics.abandonedByReason == (isVolatile ? [.unsent: 10] : [:]))
            #expect(exporter.events == ["shutdown"])
            #expect(exporter.calls.count == 1)
            #expect(store.problems.isEmpty)
        }
    }

    @Test func `a flush does not wait for an attempt that comes too late for it`() async {
        let store = InMemoryRecordStore(0..<10)
        let exporter = ScriptedExporter { _, _ in .retry("busy", after: .seconds(3600)) }
        let bench = Bench(store, exporter)
        bench.delivery.start()
        // Would exceed the time limit of the test otherwise.
        let outcome = await bench.finish(within: .seconds(3_000))
        #expect(!outcome.isComplete)
        #expect(outcome.waiting == 10)
        #expect(bench.delivery.statistics.state == .backingOff)
        _ = await bench.finish(isShutdown: true)
    }

    @Test func `an export that takes too long is cancelled and tried again`() async {
        let store = InMemoryRecordStore(0..<10)
        let exporter = ScriptedExporter { _, call in
            guard call == 0 else { return .delivered }
            // Until it is cancelled.
            try? await Task.sleep(for: .seconds(3600))
            return .retry("cancelled", errorType: "timeout")
        }
        let bench = Bench(store, exporter) { $0.batching.exportTimeout = .milliseconds(5) }
        bench.delivery.start()
        #expect(await bench.finish().isComplete)
        #expect(exporter.calls.count == 2)
        #expect(bench.delivery.statistics.lastErrorType == "timeout")
        _ = await bench.finish(isShutdown: true)
    }

    @Test func `the account of an exporter balances at every moment, whatever it answers`() async {
        let store = InMemoryRecordStore(0..<2_000)
        let random = Locked(SeededGenerator(seed: 9))
        let exporter = ScriptedExporter { batch, _ in
            let (kind, index) = random.withLock { generator in
                (Int.random(in: 0..<7, using: &generator), Int.random(in: batch.indices, using: &generator))
            }
            switch kind {
            case 0: return .retry("r")
            case 1: return .partial(retrying: [index], rejected: 1, reason: "r")
            case 2: return .tooLarge("r")
            case 3: return .delivered(rejected: 1, reason: "r")
            case 4 where batch.count < 4: return .failed("r")
            default: return .delivered
            }
        }
        let bench = Bench(store, exporter) { $0.batching.maximumEventsPerExport = 50 }
        bench.delivery.start()
        let isDone = Atomic<Bool>(false)
        let unbalanced = Locked(0)
        let delivery = bench.delivery
        let watcher = Thread {
            while !isDone.load(ordering: .relaxed) {
                let now = delivery.statistics
                if now.exported + now.refused + now.abandoned + now.waiting != 2_000 {
                    unbalanced.withLock { $0 += 1 }
                }
            }
        }
        watcher.start()
        let outcome = await bench.finish()
        isDone.store(true, ordering: .relaxed)
        #expect(outcome.isComplete)
        #expect(unbalanced.withLock { $0 } == 0)
        #expect(!exporter.hasOverlapped)
        #expect(store.problems.isEmpty)
        _ = await bench.finish(isShutdown: true)
    }

    @Test func `a ticket after the end is answered at once`() async {
        let bench = Bench(InMemoryRecordStore([]), ScriptedExporter())
        bench.delivery.start()
        _ = await bench.finish(isShutdown: true)
        #expect(await bench.finish().isComplete)
        #expect(await bench.finish(isShutdown: true).isComplete)
    }
}

/// A store whose records cannot be read, as when there are no descriptors left.
private final class UnreadableStore: RecordStore {
    let attempts = Locked(0)

    func collect(for slot: Int, maximumCount: Int, maximumBytes: Int) -> RecordCollection? {
        attempts.withLock { $0 += 1 }
        return nil
    }

    func settle(
        _ collection: RecordCollection, for slot: Int, delivered: Int, dropped reason: DropReason?,
        counting count: (_ settle: () -> Void) -> Void
    ) { count {} }

    func pendingCount(for slot: Int) -> Int { 7 }
}
