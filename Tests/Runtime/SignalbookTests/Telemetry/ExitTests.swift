import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// Processes that end without a shutdown.
@Suite(.timeLimit(.minutes(10))) struct ExitTests {
    private static func telemetry(
        _ directory: String? = nil, handler: DiagnosticChannel.Handler? = nil
    ) -> Telemetry {
        var configuration = Configuration.default
        configuration.buffer.capacityBytes = 1 << 20
        configuration.buffer.directory = directory
        configuration.batching.maximumAge = .seconds(3600)
        configuration.batching.maximumEvents = 10_000
        configuration.privacy.hashKey = .random()
        configuration.diagnosticHandler = handler
        return Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [InMemoryExporter()])
    }

    private func said(_ result: ExitTest.Result?) -> [Substring] {
        String(decoding: result?.standardErrorContent ?? [], as: UTF8.self).split(separator: "\n")
            .filter { $0.contains("exit-without-shutdown") }
    }

    @Test func `an exit with events in memory is said once, with their number`() async {
        let result = await #expect(processExitsWith: .exitCode(3), observing: [\.standardErrorContent]) {
            let telemetry = ExitTests.telemetry()
            for number in 0..<12 { telemetry.track(.counted(number)) }
            withExtendedLifetime(telemetry) { exit(3) }
        }
        #expect(
            said(result) == [
                """
                signalbook: warning: the process ends without a shutdown, and 12 events in memory have not reached every exporter; await \
                shutdown() before the end, or set TELEMETRY_SPOOL_DIRECTORY [exit-without-shutdown]
                """
            ])
    }

    @Test func `an exit says nothing where nothing is lost`() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let directory = folder.path
        let result = await #expect(processExitsWith: .exitCode(3), observing: [\.standardErrorContent]) {
            [directory = directory as String] in
            let quiet = ExitTests.telemetry()
            let ended = ExitTests.telemetry()
            let safe = ExitTests.telemetry(directory)
            ended.track(.counted(1))
            safe.track(.counted(1))
            await ended.shutdown(deadline: .seconds(300))
            // Without exporters it would never get rid of its one event.
            withExtendedLifetime((quiet, ended, safe)) { exit(3) }
        }
        #expect(said(result) == [])
    }

    @Test func `an exit waits neither for a handler that hangs nor for a lane that is held`() async {
        await #expect(processExitsWith: .exitCode(3)) {
            let telemetry = ExitTests.telemetry { _ in while true { sleep(1) } }
            telemetry.track(.counted(1))
            let held = ExitTests.telemetry()
            _ = held.pipeline.buffer.acquireLane()
            withExtendedLifetime((telemetry, held)) { exit(3) }
        }
    }
}
