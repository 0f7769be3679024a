import Foundation
import Signalbook
import Synchronization

/// What the pipeline behind `track` costs and carries: from the buffer to an exporter that keeps nothing, and during an outage.
enum ShipBenchmark {
    private static let count = 4_000_000
    private static let capacity = 32 << 20

    static func run() async {
        print(
            "ship: \(count) events of six properties in a context from one thread, to an exporter that keeps nothing"
        )
        print(
            "the producer waits while the buffer (\(capacity >> 20) MB) is half full, so that nothing is dropped\n"
        )
        print(row("buffer", "events/s", "producer ns", "delivery ns", "bytes/event", "batches"))
        await throughput("plain memory", directory: nil)
        let spool = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-spool-\(UUID().uuidString)")
        await throughput("crash-safe", directory: spool.path)
        try? FileManager.default.removeItem(at: spool)
        await outage()
    }

    // MARK: Throughput

    private static func throughput(_ title: String, directory: String?) async {
        let exporter = NullExporter()
        let telemetry = makeTelemetry(exporter, directory: directory)
        let producer = Atomic<UInt64>(0)
        let start = DispatchTime.now().uptimeNanoseconds
        let cpu = processTime()
        produce(telemetry, producerTime: producer) { $0.pending < capacity / 1024 }
        let result = await telemetry.flush(timeout: .seconds(600))
        let wall = Double(DispatchTime.now().uptimeNanoseconds - start)
        let used = Double(processTime() - cpu)
        let tracking = Double(producer.load(ordering: .relaxed))
        await telemetry.shutdown()
        guard result.statistics.dropped == 0, result.statistics.delivered == count else {
            stop("events were dropped, so the times mean nothing: \(result.statistics)")
        }
        print(
            row(
                title, format(Double(count) / wall * 1e9), format(tracking / Double(count)),
                format((used - tracking) / Double(count)),
                format(Double(exporter.bytes.load(ordering: .relaxed)) / Double(count)),
                "\(result.statistics.exporters.first?.exports ?? 0)"))
    }

    /// Tracks all events on a thread of its own, looking now and then whether there is room.
    private static func produce(
        _ telemetry: Telemetry, producerTime: borrowing Atomic<UInt64>,
        hasRoom: @Sendable (Statistics) -> Bool
    ) {
        DispatchQueue.concurrentPerform(iterations: 1) { _ in
            let start = threadTime()
            telemetry.withContext(
                CatalogContext(
                    userID: "user-1234567", sessionID: "session-1234567890",
                    requestID: "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3c")
            ) {
                for index in 0..<count {
                    if index & 1023 == 0 { while !hasRoom(telemetry.statistics) { usleep(100) } }
                    telemetry.track(
                        .benchSix(
                            endpoint: "/api/v1/sessions/{id}", method: .post, statusCode: 200 &+ (index & 63),
                            duration: .milliseconds(45), requestSize: .bytes(1024), responseSize: .bytes(2048)
                        ))
                }
            }
            producerTime.store(threadTime() - start, ordering: .relaxed)
        }
    }

    // MARK: Outage

    /// Tracks as fast as it can while nothing can be delivered, and looks at the memory.
    private static func outage() async {
        let before = residentBytes()
        let telemetry = makeTelemetry(UnreachableExporter(), directory: nil)
        let time = Atomic<UInt64>(0)
        var peak = 0
        for _ in 0..<3 {
            produce(telemetry, producerTime: time) { _ in true }
            peak = max(peak, residentBytes())
        }
        let statistics = telemetry.statistics
        await telemetry.shutdown(deadline: .zero)
        guard statistics.tracked == statistics.pending + statistics.dropped else {
            stop("the account does not balance: \(statistics)")
        }
        let above = Double(peak - before - capacity) / 1_048_576
        print(
            "\noutage: \(statistics.tracked) events tracked while nothing could be delivered, \(statistics.exporters.first?.exports ?? 0) attempts"
        )
        print("memory above the buffer of \(capacity >> 20) MB: \(format(above)) MB; the bar is 8 MB")
    }

    private static func makeTelemetry(_ exporter: any Exporter, directory: String?) -> Telemetry {
        var configuration = Configuration.default
        configuration.buffer.capacityBytes = capacity
        configuration.buffer.directory = directory
        configuration.batching.maximumEvents = 4_096
        configuration.retry.initialDelay = .milliseconds(10)
        configuration.retry.maximumDelay = .milliseconds(50)
        configuration.diagnosticHandler = { _ in }
        return Telemetry(
            catalog: SignalCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
    }

    // MARK: Measuring

    private static func processTime() -> UInt64 { time(CLOCK_PROCESS_CPUTIME_ID) }
    private static func threadTime() -> UInt64 { time(CLOCK_THREAD_CPUTIME_ID) }

    private static func time(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// What the process has in memory now; 0 where the system does not say in `/proc`.
    private static func residentBytes() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0)
            * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    private static func row(_ title: String, _ cells: String...) -> String {
        title.padding(toLength: 20, withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined()
    }
}

/// Takes everything and keeps nothing.
private final class NullExporter: Exporter {
    let name = "null"
    let bytes = Atomic<Int>(0)

    func export(_ batch: RecordBatch) async -> ExportResult {
        bytes.add(batch.byteCount, ordering: .relaxed)
        return .delivered
    }
}

/// Takes nothing.
private struct UnreachableExporter: Exporter {
    let name = "unreachable"

    func export(_ batch: RecordBatch) async -> ExportResult { .retry("no connection") }
}
