import Foundation
import Signalbook

/// How long a process waits from the start of its telemetry to the return of its first `track`.
enum StartBenchmark {
    /// Runs this program as one that leaves so many MB in a spool.
    static let leaveArgument = "--leave"

    static func run() async throws {
        let work = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-start-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: work) }
        print(
            "\nstart: from making the telemetry to the return of the first track, ms, median of \(rounds)\n")
        print("buffer of 8 MB in memory:           \(format(await median(spool: nil)))")
        print(
            "buffer of 8 MB, empty spool:        \(format(await median(spool: work.appending(path: "empty"))))"
        )
        guard let program = Bundle.main.executablePath else { return }
        var times: [Double] = []
        for round in 0..<rounds {
            let spool = work.appending(path: "full-\(round)")
            guard spawn([program, leaveArgument, spool.path, "\(leftMB)"]) != nil else {
                stop("nothing could be left behind")
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: spool.path)
            guard left.count == 1 else { stop("nothing was left behind") }
            times.append(await milliseconds(spool: spool))
            try? FileManager.default.removeItem(at: spool)
        }
        print("buffer of 8 MB, \(leftMB) MB to adopt:      \(format(times.sorted()[rounds / 2]))")
    }

    private static let rounds = 9
    private static let leftMB = 100

    private static func median(spool: URL?) async -> Double {
        var times: [Double] = []
        for _ in 0..<rounds { times.append(await milliseconds(spool: spool)) }
        return times.sorted()[rounds / 2]
    }

    private static func milliseconds(spool: URL?) async -> Double {
        let start = ContinuousClock.now
        let telemetry = makeTelemetry(spool: spool, megabytes: 8, exporter: DiscardingExporter())
        telemetry.track(.benchNone())
        let time = (ContinuousClock.now - start).milliseconds
        await telemetry.shutdown()
        return time
    }

    private static func makeTelemetry(spool: URL?, megabytes: Int, exporter: any Exporter) -> Telemetry {
        var configuration = Configuration.default
        configuration.developerLog.isEnabled = false
        configuration.buffer.capacityBytes = megabytes << 20
        configuration.buffer.directory = spool?.path
        configuration.batching.maximumEvents = 10_000
        configuration.batching.maximumAge = .seconds(3600)
        configuration.diagnosticHandler = { _ in }
        return Telemetry(
            catalog: SignalCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
    }

    /// Fills a spool and leaves without a word, as a killed process does.
    static func leave(_ arguments: [String]) {
        guard arguments.count == 2, let megabytes = Int(arguments[1]) else { return }
        let telemetry = makeTelemetry(
            spool: URL(filePath: arguments[0]), megabytes: megabytes + 4, exporter: HoldingExporter())
        // At most 80 bytes of what a record takes are its own; what does not fit is dropped.
        for _ in 0..<(megabytes << 20 / 100) { telemetry.track(.benchNone()) }
        _exit(0)
    }
}

/// Takes everything and never comes back.
private struct HoldingExporter: Exporter {
    let name = "discarding"

    func export(_ batch: RecordBatch) async -> ExportResult {
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
        return .failed("cancelled")
    }
}
