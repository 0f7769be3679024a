import Dispatch
import Foundation
import Signalbook
import Synchronization

/// The price of `track` on the calling thread: time, instructions and allocations.
enum TrackBenchmark {
    /// Runs this program as a probe: a given number of events of one case, and nothing else, for valgrind to count.
    static let probeArgument = "--probe"

    /// One row of the table.
    private struct Case: Sendable {
        let name: String
        let title: String
        let hasContext: Bool
        let configure: @Sendable (inout Configuration) -> Void
        let track: @Sendable (Telemetry, Int) -> Void

        init(
            _ name: String, _ title: String, hasContext: Bool,
            configure: @escaping @Sendable (inout Configuration) -> Void = { _ in },
            track: @escaping @Sendable (Telemetry, Int) -> Void
        ) {
            self.name = name
            self.title = title
            self.hasContext = hasContext
            self.configure = configure
            self.track = track
        }
    }

    private static let cases: [Case] = [
        Case("none", "0 properties, no context", hasContext: false) { telemetry, _ in
            telemetry.track(.benchNone())
        },
        Case("none-context", "0 properties, 5 context", hasContext: true) { telemetry, _ in
            telemetry.track(.benchNone())
        },
        Case("six", "6 properties, no context", hasContext: false, track: six),
        Case("six-context", "6 properties, 5 context", hasContext: true, track: six),
        Case("twelve", "12 properties, no context", hasContext: false, track: twelve),
        Case("twelve-context", "12 properties, 5 context", hasContext: true, track: twelve),
        Case(
            "text-context", "6 properties, one 40-byte text scrubbed, 5 context", hasContext: true,
            track: text),
        Case("sampled", "6 properties, sampled out, 5 context", hasContext: true, track: sampled),
        Case(
            "disabled", "6 properties, switched off", hasContext: false, configure: { $0.isEnabled = false },
            track: six),
    ]

    private static let six: @Sendable (Telemetry, Int) -> Void = { telemetry, index in
        telemetry.track(
            .benchSix(
                endpoint: "/api/v1/sessions/{id}", method: .post, statusCode: 200 &+ (index & 63),
                duration: .milliseconds(45), requestSize: .bytes(1024), responseSize: .bytes(2048)))
    }

    private static let twelve: @Sendable (Telemetry, Int) -> Void = { telemetry, index in
        telemetry.track(
            .benchTwelve(
                endpoint: "/api/v1/sessions/{id}", method: .post, statusCode: 200 &+ (index & 63),
                duration: .milliseconds(45), requestSize: .bytes(1024), responseSize: .bytes(2048),
                bundleID: "bundle-standard", provider: "anthropic", attempt: index & 3, isRetry: false,
                score: 0.25,
                toolName: "filesystem"))
    }

    private static let text: @Sendable (Telemetry, Int) -> Void = { telemetry, index in
        telemetry.track(
            .benchText(
                endpoint: "/api/v1/sessions/{id}", method: .post, statusCode: 200 &+ (index & 63),
                duration: .milliseconds(45), requestSize: .bytes(1024),
                message: "the bundle could not be loaded: no tools"))
    }

    private static let sampled: @Sendable (Telemetry, Int) -> Void = { telemetry, index in
        telemetry.track(
            .benchSampled(
                endpoint: "/api/v1/sessions/{id}", method: .post, statusCode: 200 &+ (index & 63),
                duration: .milliseconds(45), requestSize: .bytes(1024), responseSize: .bytes(2048)))
    }

    // MARK: Running

    static func run() async {
        let clock = nanosecondsOfClock()
        print(
            "track: best of \(rounds) rounds of \(count) events; the buffer holds a round and is emptied off the clock"
        )
        print("one reading of the wall clock: \(format(clock)) ns\n")
        print(
            row("case", "1 thread ns", "× clock", "2 threads ns", "× 1 thread", "instructions", "allocations")
        )
        for one in cases {
            let single = await nanoseconds(one, threads: 1)
            let double = await nanoseconds(one, threads: 2)
            let probed = probeCounts(one)
            print(
                row(
                    one.title, format(single), format(single / clock), format(double),
                    format(double / single),
                    probed.map { format($0.instructions) } ?? "–",
                    probed.map { format($0.allocations) } ?? "–"))
        }
        print("\ninstructions and allocations: a call, from the difference of two runs under valgrind")
        await compareRings()
    }

    /// The price of surviving a kill: the same events in plain memory and in mapped files, the two in turns.
    private static func compareRings() async {
        let spool = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-spool-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: spool) }
        print("\ncrash-safe ring against plain memory, best of \(turns) turns\n")
        print(row("case", "memory ns", "crash-safe ns", "× memory"))
        for name in ["none", "six-context", "twelve-context"] {
            guard let memory = cases.first(where: { $0.name == name }) else { continue }
            let files = Case(
                name, memory.title, hasContext: memory.hasContext,
                configure: { $0.buffer.directory = spool.path }, track: memory.track)
            for threads in 1...2 {
                var best = (memory: Double.infinity, files: Double.infinity)
                for _ in 0..<turns {
                    best.memory = min(best.memory, await nanoseconds(memory, threads: threads))
                    best.files = min(best.files, await nanoseconds(files, threads: threads))
                }
                print(
                    row(
                        "\(memory.title), \(threads) thread\(threads > 1 ? "s" : "")", format(best.memory),
                        format(best.files), String(format: "%.2f", best.files / best.memory)))
            }
        }
    }

    private static let turns = 3
    private static let count = 20_000
    private static let rounds = 30

    private static func makeTelemetry(_ one: Case) -> Telemetry {
        var configuration = Configuration.default
        configuration.developerLog.isEnabled = false
        configuration.buffer.capacityBytes = 64 << 20
        configuration.batching.maximumEvents = 10_000
        configuration.batching.maximumAge = .seconds(3600)
        configuration.diagnosticHandler = { _ in }
        one.configure(&configuration)
        return Telemetry(
            catalog: SignalCatalog.self, configuration: configuration, exporters: [DiscardingExporter()])
    }

    private static func inContext(_ one: Case, _ telemetry: Telemetry, _ body: () -> Void) {
        guard one.hasContext else { return body() }
        telemetry.withContext(
            CatalogContext(
                userID: "user-1234567", sessionID: "session-1234567890",
                requestID: "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3c"),
            operation: body)
    }

    /// The time of one call in the best round, on each of `threads` threads at once.
    private static func nanoseconds(_ one: Case, threads: Int) async -> Double {
        let telemetry = makeTelemetry(one)
        var best = Double.infinity
        for _ in 0..<rounds {
            let slowest = Mutex(0.0)
            let ready = Atomic<Int>(0)
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                inContext(one, telemetry) {
                    ready.add(1, ordering: .sequentiallyConsistent)
                    while ready.load(ordering: .sequentiallyConsistent) < threads {}
                    let start = DispatchTime.now().uptimeNanoseconds
                    for index in 0..<count { one.track(telemetry, index) }
                    let time = Double(DispatchTime.now().uptimeNanoseconds - start) / Double(count)
                    slowest.withLock { $0 = max($0, time) }
                }
            }
            best = min(best, slowest.withLock { $0 })
            await telemetry.flush(timeout: .seconds(60))
        }
        let statistics = telemetry.statistics
        if statistics.dropped > 0 { stop("events were dropped, so the times mean nothing: \(statistics)") }
        await telemetry.shutdown()
        return best
    }

    private static func nanosecondsOfClock() -> Double {
        var time = timespec()
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<1_000_000 { clock_gettime(CLOCK_REALTIME, &time) }
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1_000_000
    }

    // MARK: Counting

    /// Tracks as many events of one case as the arguments say.
    static func probe(_ arguments: [String]) async {
        guard arguments.count == 2, let one = cases.first(where: { $0.name == arguments[0] }),
            let count = Int(arguments[1])
        else { return }
        let telemetry = makeTelemetry(one)
        inContext(one, telemetry) { for index in 0..<count { one.track(telemetry, index) } }
        // Leaves at once, so that what is counted is the tracking and not the shipping.
        _exit(0)
    }

    /// Instructions and allocations a call, as the difference of two probes; nil without valgrind.
    private static func probeCounts(_ one: Case) -> (instructions: Double, allocations: Double)? {
        let (few, many) = (2_000, 12_000)
        func difference(_ tool: [String], _ pattern: String) -> Double? {
            guard let low = valgrind(tool, one, few, pattern), let high = valgrind(tool, one, many, pattern)
            else {
                return nil
            }
            return (high - low) / Double(many - few)
        }
        guard
            let instructions = difference(
                ["--tool=callgrind", "--callgrind-out-file=/dev/null"], "Collected : "),
            let allocations = difference(["--tool=memcheck", "--leak-check=no"], "total heap usage: ")
        else { return nil }
        return (instructions, allocations)
    }

    private static func valgrind(_ tool: [String], _ one: Case, _ count: Int, _ pattern: String) -> Double? {
        guard let valgrind = find("valgrind"), let program = Bundle.main.executablePath else { return nil }
        let result = try? runTool(valgrind, tool + [program, probeArgument, one.name, String(count)])
        guard let text = result?.error, let range = text.range(of: pattern) else { return nil }
        return Double(text[range.upperBound...].prefix { $0.isNumber || $0 == "," }.filter(\.isNumber))
    }

    private static func row(_ title: String, _ cells: String...) -> String {
        title.padding(toLength: 52, withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 13 - $0.count)) + $0 }.joined()
    }
}

/// Takes everything and keeps nothing.
struct DiscardingExporter: Exporter {
    let name = "discarding"

    func export(_ batch: RecordBatch) async -> ExportResult { .delivered }
}
