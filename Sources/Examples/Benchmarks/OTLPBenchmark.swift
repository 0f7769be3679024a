import Foundation
import Signalbook
import SignalbookOTLP

/// What it costs to send events to a collector on this machine over OTLP: events a second of processor time, and bytes an event on the wire.
///
/// Eleven properties an event, six of its own and five of its context: every event has times and sizes of its own, four share a request, a
/// hundred and twenty-eight a session. The producer waits while half of the buffer is full, so that nothing is dropped and what limits is
/// the shipping.
enum OTLPBenchmark {
    private static let count = 1_000_000

    static func run() async {
        print("otlp: \(count) events, one producer, a collector on loopback that reads and forgets\n")
        print(row("body", "events/s", "a core-second", "requests", "bytes an event", "dropped"))
        await measure("protobuf", compression: .none, level: 1, batch: 4_096)
        for level in [1, 6] {
            await measure("protobuf, gzip \(level)", compression: .gzip, level: level, batch: 4_096)
        }
        print("\nbatches of 512, six properties and five of the context, on the wire:\n")
        print(row("body", "events/s", "a core-second", "requests", "bytes an event", "dropped"))
        await measure("protobuf", compression: .none, level: 1, batch: 512)
        for level in [1, 3, 6] {
            await measure("protobuf, gzip \(level)", compression: .gzip, level: level, batch: 512)
        }
    }

    private static func measure(
        _ title: String, compression: OTLPConfiguration.Compression, level: Int, batch: Int
    ) async {
        guard let sink = HTTPSink() else { stop("no socket for the collector") }
        var otlp = OTLPConfiguration()
        otlp.endpoint = Secret("http://127.0.0.1:\(sink.port)/v1/logs")
        otlp.compression = compression
        otlp.compressionLevel = level
        var configuration = Configuration.default
        configuration.buffer.capacityBytes = 64 << 20
        configuration.batching.maximumEvents = batch
        configuration.batching.maximumEventsPerExport = batch
        configuration.privacy.hashKey = .random()
        let telemetry = Telemetry(
            catalog: SignalCatalog.self, configuration: configuration, exportingOnlyTo: [OTLPExporter(otlp)])

        let start = ContinuousClock.now
        let processorStart = processorTime()
        await produce(count, telemetry)
        await telemetry.flush(timeout: .seconds(300))
        let wall = (ContinuousClock.now - start).milliseconds / 1000
        // What the collector takes is not ours.
        let processor = processorTime() - processorStart - sink.processorTime
        let statistics = telemetry.statistics
        await telemetry.shutdown()
        sink.stop()
        print(
            row(
                title, format(Double(count) / wall), format(Double(count) / processor),
                "\(sink.requestCount)",
                format(Double(sink.byteCount) / Double(count)), "\(statistics.dropped)"))
        if statistics.delivered != count { print("  not all were delivered: \(statistics)") }
    }

    /// Tracks on a thread of its own, no faster than the events are shipped.
    private static func produce(_ count: Int, _ telemetry: Telemetry) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                // The system's generator takes longer than `track`.
                var random = SplitMix64()
                for request in 0..<count / 4 {
                    if request % 256 == 0 {
                        while telemetry.statistics.pending > 65_536 { usleep(500) }
                    }
                    let requestID = String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
                    SignalContext.with(
                        userID: "u-1", sessionID: "session-\(request / 32)", requestID: requestID
                    ) {
                        for index in 0..<4 {
                            let bits = UInt64.random(in: .min ... .max, using: &random)
                            telemetry.track(
                                .benchSix(
                                    endpoint: "/api/v1/sessions/{id}", method: index == 0 ? .get : .post,
                                    statusCode: bits & 15 == 0 ? 404 : 200,
                                    duration: .microseconds(Int(bits >> 48)),
                                    requestSize: .bytes(Int(bits >> 8 & 0xFFF)),
                                    responseSize: .bytes(Int(bits >> 24 & 0xFFFF))))
                        }
                    }
                }
                continuation.resume()
            }
        }
    }

    /// The processor time of this process, in seconds.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private static func row(_ title: String, _ cells: String...) -> String {
        title.padding(toLength: 20, withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 16 - $0.count)) + $0 }.joined()
    }
}
