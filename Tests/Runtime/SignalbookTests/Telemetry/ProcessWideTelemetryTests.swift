import Foundation
import Testing

@testable import Signalbook

/// What belongs to a process as a whole is tried in processes of their own.
@Suite struct ProcessWideTelemetryTests {
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
            let folder = NSTemporaryDirectory() + "signalbook-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            guard FileManager.default.changeCurrentDirectoryPath(folder) else { exit(3) }
            let file = """
                TELEMETRY_SAMPLE_RATE=0.1
                TELEMETRY_BATCH_SIZE=11
                TELEMETRY_APP_ID=from-file
                TELEMETRY_FLUSH_INTERVAL_SECONDS=soon
                TELEMETRY_ENABLE_DEV_LOGGER=false
                """
            try Data(file.utf8).write(to: URL(filePath: folder + "/.env"))
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
            try? FileManager.default.removeItem(atPath: folder)
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
            let blocked = Locked(0)
            for _ in 0..<256 {
                Task.detached {
                    blocked.withLock { $0 += 1 }
                    // No semaphore, for which the pool might get another thread.
                    while true { usleep(1_000) }
                }
            }
            // On this thread, which is one of the pool's, so that nothing here waits for another. And `_exit`, for what the blocked
            // tasks hold is no leak.
            usleep(100_000)
            guard blocked.withLock({ $0 }) < 256 else { _exit(9) }
            func holds(_ condition: () -> Bool) -> Bool {
                for _ in 0..<300_000 {
                    if condition() { return true }
                    usleep(1_000)
                }
                return false
            }
            telemetry.track(.counted(1))
            guard holds({ exporter.signals.count == 1 }) else { _exit(1) }
            let results = Locked<[FlushResult]>([])
            let task = Task.detached(executorPreference: caller) {
                telemetry.track(.counted(2))
                let flushed = await telemetry.flush(timeout: .seconds(300))
                results.withLock { $0.append(flushed) }
                telemetry.track(.counted(3))
                let ended = await telemetry.shutdown(deadline: .seconds(300))
                results.withLock { $0.append(ended) }
            }
            guard holds({ results.withLock { $0.count } == 2 }) else { _exit(2) }
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
                exporters: [
                    ScriptedExporter { _, _ in
                        while true { await Task.yield() }
                        return .delivered
                    }
                ])
            for _ in 0..<256 { Task.detached { while true { usleep(1_000) } } }
            usleep(100_000)
            telemetry.track(.counted(1))
            let caller = DeliveryThread(name: "caller")
            let pending = Locked<Int?>(nil)
            let task = Task.detached(executorPreference: caller) {
                let result = await telemetry.shutdown(deadline: .milliseconds(100))
                pending.withLock { $0 = result.statistics.pending }
            }
            for _ in 0..<300_000 where pending.withLock({ $0 }) == nil { usleep(1_000) }
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
