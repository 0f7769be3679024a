import Dispatch
import Foundation
import Signalbook
import SignalbookOTLP

/// A program for tests to kill: it tracks numbered events into a spool and says of each number, once `track` has returned, that it
/// has.
///
///     crash-victim --spool DIR [--threads N] [--exporter none|json:PATH|otlp:URL] [--first N] [--limit N]
///                  [--forks] [--exhaust-descriptors] [--buffer-mb N] [--spool-mb N]
///                  [--bus KIND] [--then WHAT] [--unguarded]
///                  [--waits] [--lingers MILLISECONDS] [--deadline MILLISECONDS] [--fails] [--signals N] [--faults TEXT]
///
/// On standard output it writes `ready`, then a line with each number that is tracked, then `done`; what the runtime has to say goes
/// to standard error. It ends with a shutdown when standard input ends, and its last line is the account. Exporters: `none` takes nothing
/// and gives nothing back, `json:` writes JSON lines, `otlp:` sends small batches to a collector and tries again at once.
///
/// With `--faults` it says `stalled` whenever a file operation begins to hang, and at its end `injected` and how many file operations upon the
/// spool something happened to; with `--signals` `signals` and how many there were. A line on standard input lets a process start that `--waits`, and later lets go on what hangs (``SpoolFaults``).
@main
enum CrashVictim {
    static func main() async {
        guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
            StandardStreams.say("usage: crash-victim --spool DIR [options]", to: STDERR_FILENO)
            exit(64)
        }
        if options.exhaustsDescriptors {
            // Dispatch ends a process in which it cannot open what it needs for its first timer.
            await withCheckedContinuation { continuation in
                DispatchQueue.global().asyncAfter(deadline: .now()) { continuation.resume() }
            }
        }
        var taken: [Int32] = []
        while options.exhaustsDescriptors {
            let descriptor = open("/dev/null", O_RDONLY)
            guard descriptor >= 0 else { break }
            taken.append(descriptor)
        }
        if options.waits { await StandardStreams.readLine() }
        if options.signals > 0 { SignalStorm.start() }
        guard options.faults.isEmpty || SpoolFaults.arm(options.faults, directory: options.spool) else {
            StandardStreams.say("--faults: '\(options.faults)' makes no sense", to: STDERR_FILENO)
            exit(64)
        }
        guard BusErrors.install(options.bus) else { exit(64) }
        let telemetry = start(options)
        BusErrors.installLate(options.bus)
        for descriptor in taken { close(descriptor) }
        StandardStreams.say("ready")
        await StandardStreams.onThread {
            track(options, with: telemetry)
            if options.lingerMilliseconds > 0 { linger(telemetry, options) }
            while options.signals > SignalStorm.handledCount { usleep(1_000) }
            for step in options.then { BusErrors.bringAbout(step) }
        }
        StandardStreams.say("done")
        while await StandardStreams.readLine() { SpoolFaults.release() }
        let result = await telemetry.shutdown(deadline: .milliseconds(options.deadlineMilliseconds))
        if !options.faults.isEmpty { StandardStreams.say("injected \(SpoolFaults.injectedCount)") }
        if options.signals > 0 { StandardStreams.say("signals \(SignalStorm.handledCount)") }
        StandardStreams.say("\(result.statistics)")
    }

    /// Waits until no ring of another process is left and everything is delivered, or until the time is over.
    ///
    /// It does not wait if its own ring is in memory, because then it takes over no ring. If faults are wanted, it waits beyond its time
    /// until the first of them has happened.
    private static func linger(_ telemetry: Telemetry, _ options: Options) {
        let end = ContinuousClock.now + .milliseconds(options.lingerMilliseconds)
        func isUntouched() -> Bool { !options.faults.isEmpty && SpoolFaults.injectedCount == 0 }
        while ContinuousClock.now < end || isUntouched() {
            if let rings = try? FileManager.default.contentsOfDirectory(atPath: options.spool) {
                let others = rings.filter { !$0.hasPrefix("\(getpid())-") }
                if others.count == rings.count || others.isEmpty && telemetry.statistics.pending == 0 {
                    return
                }
            }
            usleep(5_000)
        }
    }

    private static func start(_ options: Options) -> Telemetry {
        var configuration = Configuration.default
        configuration.buffer.directory = options.spool
        configuration.buffer.capacityBytes = options.bufferMB << 20
        configuration.buffer.guardsAgainstTruncation = !options.isUnguarded
        configuration.buffer.maximumSpoolSizeMB = options.spoolMB
        configuration.developerLog.isEnabled = false
        var exporter: any Exporter = HoldingExporter()
        if options.exporter.hasPrefix("json:") {
            exporter = JSONLinesExporter(
                path: String(options.exporter.dropFirst(5)), maximumFileSize: 1 << 30, keptFiles: 0)
        } else if options.exporter.hasPrefix("otlp:") {
            var otlp = OTLPConfiguration()
            otlp.endpoint = Secret(String(options.exporter.dropFirst(5)))
            otlp.timeout = .seconds(600)
            exporter = OTLPExporter(otlp)
            configuration.batching.maximumEvents = 50
            configuration.batching.maximumEventsPerExport = 500
            configuration.batching.maximumAge = .milliseconds(20)
            configuration.batching.exportTimeout = .zero
            configuration.retry.initialDelay = .milliseconds(1)
            configuration.retry.maximumDelay = .milliseconds(10)
            configuration.retry.failuresUntilSuspended = 100
        } else {
            configuration.batching.maximumAge = .seconds(3600)
            configuration.batching.maximumEvents = 10_000
            // Without a limit: at its end the batch would be given up, and that of a ring that was taken over with it.
            configuration.batching.exportTimeout = .zero
        }
        return Telemetry(
            catalog: VictimCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
    }

    /// Tracks numbers in turns: thread `n` those that leave the remainder `n`.
    private static func track(_ options: Options, with telemetry: Telemetry) {
        DispatchQueue.concurrentPerform(iterations: options.threads) { thread in
            for step in stride(from: thread, to: options.limit, by: options.threads) {
                let number = options.first + step
                if options.fails, number % 10 == 0 {
                    telemetry.track(NumberFailed(number: number))
                } else {
                    telemetry.track(NumberTracked(number: number, isTenth: number % 10 == 0))
                }
                StandardStreams.say("\(number)")
                if options.forks, thread == 0, step / options.threads == options.limit / options.threads / 2 {
                    ForkingChild.run(telemetry, first: -options.limit)
                }
            }
        }
    }
}

/// Takes everything and never comes back, as a backend that hangs.
private struct HoldingExporter: Exporter {
    let name = "none"

    func export(_ batch: RecordBatch) async -> ExportResult {
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
        return .failed("cancelled")
    }
}
