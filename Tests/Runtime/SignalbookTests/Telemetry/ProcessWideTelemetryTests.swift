import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// What belongs to a process as a whole is tried in processes of their own.
@Suite(.timeLimit(.minutes(10))) struct ProcessWideTelemetryTests {
    /// Blocks every thread of the concurrency pool but the calling one, and returns when they are blocked; how many it took.
    ///
    /// For processes of their own, whose pool has a thread for each processor. The calling thread is one of them.
    private static func blockPool() -> Int {
        let blocked = Locked(0)
        for _ in 0..<256 {
            Task.detached {
                blocked.withLock { $0 += 1 }
                // Not a semaphore, for which the pool might get another thread.
                while true { usleep(1_000) }
            }
        }
        let width = ProcessInfo.processInfo.activeProcessorCount
        _ = holds { blocked.withLock { $0 } >= width - 1 }
        return blocked.withLock { $0 }
    }

    /// Waits until something holds, blocking the calling thread; false if it never does.
    private static func holds(_ condition: () -> Bool) -> Bool {
        for _ in 0..<300_000 {
            if condition() { return true }
            usleep(1_000)
        }
        return false
    }

    @Test func `starting twice is reported, and the first one stays`() async {
        await #expect(processExitsWith: .success) {
            let diagnostics = DiagnosticRecord()
            let first = Telemetry.start(SampleCatalog.self) {
                $0.developerLog.isEnabled = false
                $0.diagnosticHandler = { diagnostics.add($0) }
            }
            let second = Telemetry.start(SampleCatalog.self) { $0.isEnabled = false }
            guard first === second, Telemetry.current === first, diagnostics.codes.contains(.secondStart)
            else { exit(1) }
            Telemetry.track(.counted(1))
            guard first.statistics.tracked == 1 else { exit(2) }
            exit(0)
        }
    }

    @Test func `code goes before the environment, the environment before .env, .env before the defaults`()
        async
    {
        await #expect(processExitsWith: .success) {
            let file = """
                TELEMETRY_SAMPLE_RATE=0.1
                TELEMETRY_BATCH_SIZE=11
                TELEMETRY_APP_ID=from-file
                TELEMETRY_FLUSH_INTERVAL_SECONDS=soon
                TELEMETRY_ENABLE_DEV_LOGGER=false
                """
            let folder = try TemporaryFolder([".env": file])
            guard FileManager.default.changeCurrentDirectoryPath(folder.path) else { exit(3) }
            setenv("TELEMETRY_SAMPLE_RATE", "0.2", 1)
            setenv("TELEMETRY_BATCH_SIZE", "12", 1)
            let diagnostics = DiagnosticRecord()
            let telemetry = Telemetry.start(SampleCatalog.self) {
                $0.sampling.rate = 0.3
                $0.diagnosticHandler = { diagnostics.add($0) }
            }
            let configuration = telemetry.configuration
            guard configuration.sampling.rate == 0.3, configuration.batching.maximumEvents == 12,
                configuration.context["app_id"] == "from-file",
                configuration.batching.maximumAge == .seconds(5),
                !configuration.developerLog.isEnabled
            else { exit(1) }
            // What was wrong is reported to the handler that code set, once.
            guard diagnostics.codes.filter({ $0 == .invalidConfiguration }).count == 1 else { exit(2) }
            // The end of the process does not remove it.
            try folder.remove("")
            exit(0)
        }
    }

    @Test func `starting inside configure or inside the diagnostic handler returns`() async {
        await #expect(processExitsWith: .success) {
            let telemetry = Telemetry.start(SampleCatalog.self) {
                $0.developerLog.isEnabled = false
                $0.diagnosticHandler = { _ in Telemetry.start(SampleCatalog.self).track(.counted(1)) }
                Telemetry.start(SampleCatalog.self).track(.counted(1))
            }
            exit(telemetry.isEnabled ? 0 : 1)
        }
    }

    @Test
    func `events ship, and flush and shutdown do their work, while every thread of the pool is blocked`()
        async
    {
        await #expect(processExitsWith: .success) {
            let exporter = InMemoryExporter()
            let telemetry = makeTelemetry(exporter: exporter) { $0.batching.maximumAge = .milliseconds(10) }
            let caller = DeliveryThread(name: "caller")
            // On this thread, which is one of the pool's, so that nothing here waits for another. And `_exit`, because what the blocked
            // tasks hold is not a leak.
            guard ProcessWideTelemetryTests.blockPool() < 256 else { _exit(9) }
            telemetry.track(.counted(1))
            guard ProcessWideTelemetryTests.holds({ exporter.signals.count == 1 }) else { _exit(1) }
            let results = Locked<[FlushResult]>([])
            let task = Task.detached(executorPreference: caller) {
                telemetry.track(.counted(2))
                let flushed = await telemetry.flush(timeout: .seconds(300))
                results.withLock { $0.append(flushed) }
                telemetry.track(.counted(3))
                let ended = await telemetry.shutdown(deadline: .seconds(300))
                results.withLock { $0.append(ended) }
            }
            guard ProcessWideTelemetryTests.holds({ results.withLock { $0.count } == 2 }) else { _exit(2) }
            task.cancel()
            guard results.withLock({ $0.allSatisfy(\.isComplete) }), exporter.signals.count == 3 else {
                _exit(3)
            }
            _exit(0)
        }
    }

    @Test func `a deadline ends a shutdown while every thread of the pool is blocked and the exporter hangs`()
        async
    {
        await #expect(processExitsWith: .success) {
            let telemetry = Telemetry(
                catalog: SampleCatalog.self, configuration: .default,
                exportingOnlyTo: [
                    ScriptedExporter { _, _ in
                        while true { await Task.yield() }
                        return .delivered
                    }
                ])
            guard ProcessWideTelemetryTests.blockPool() < 256 else { _exit(9) }
            telemetry.track(.counted(1))
            let caller = DeliveryThread(name: "caller")
            let pending = Locked<Int?>(nil)
            let task = Task.detached(executorPreference: caller) {
                let result = await telemetry.shutdown(deadline: .milliseconds(100))
                pending.withLock { $0 = result.statistics.pending }
            }
            guard ProcessWideTelemetryTests.holds({ pending.withLock { $0 } != nil }) else { _exit(2) }
            task.cancel()
            _exit(pending.withLock { $0 } == 1 ? 0 : 1)
        }
    }

    @Test func `the static track counts what comes after the shutdown`() async {
        await #expect(processExitsWith: .success) {
            let telemetry = Telemetry.start(SampleCatalog.self) { $0.developerLog.isEnabled = false }
            await telemetry.shutdown(deadline: .seconds(300))
            Telemetry.track(.counted(2))
            _exit(telemetry.statistics.droppedByReason == [.afterShutdown: 1] ? 0 : 1)
        }
    }
}
