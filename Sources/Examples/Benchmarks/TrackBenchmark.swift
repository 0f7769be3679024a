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
        /// Whether the task's own telemetry is to be the one that is measured, for the static `track` to find.
        let isStatic: Bool
        let configure: @Sendable (inout Configuration) -> Void
        let track: @Sendable (Telemetry, Int) -> Void

        init(
            _ name: String, _ title: String, hasContext: Bool, isStatic: Bool = false,
            configure: @escaping @Sendable (inout Configuration) -> Void = { _ in },
            track: @escaping @Sendable (Telemetry, Int) -> Void
        ) {
            self.name = name
            self.title = title
            self.hasContext = hasContext
            self.isStatic = isStatic
            self.configure = configure
            self.track = track
        }

        /// The same with the crash-safe ring.
        func inFiles(at directory: String) -> Case {
            Case(
                name, title, hasContext: hasContext, isStatic: isStatic,
                configure: { $0.buffer.directory = directory }, track: track)
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
        Case("six-static", "6 properties, 5 context, static track", hasContext: true, isStatic: true) {
            _, index in
            Telemetry.track(benchSix(index))
        },
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
        telemetry.track(benchSix(index))
    }

    @inline(__always)
    private static func benchSix(_ index: Int) -> BenchSix {
        .benchSix(
            endpoint: "/api/v1/sessions/{id}", method: .post, statusCode: 200 &+ (index & 63),
            duration: .milliseconds(45), requestSize: .bytes(1024), responseSize: .bytes(2048))
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

    /// A scope that holds nothing, and the span of one; neither tracks anything.
    private static let scopes: [Case] = [
        Case("scope", "a scope with 3 properties of 5", hasContext: false) { telemetry, _ in
            telemetry.withContext(context) {}
        },
        Case("scope-in-scope", "the same in another one", hasContext: true) { telemetry, _ in
            telemetry.withContext(context) {}
        },
        Case("span", "the identity of a span", hasContext: false) { _, _ in SignalContext.run(in: span) {} },
    ]

    private static let context = CatalogContext(
        userID: "user-1234567", sessionID: "session-1234567890",
        requestID: "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3c")
    private static let span = SpanIdentity(traceHigh: 1, traceLow: 2, span: 3, flags: 1)

    // MARK: Running

    static func run() async {
        let clock = nanosecondsOfClock()
        print(
            "track: best of \(rounds) rounds of \(count) events; the buffer holds a round and is emptied off the clock"
        )
        print("one reading of the wall clock: \(format(clock)) ns\n")
        print(
            row(
                "case", "1 thread ns", "× clock", "2 threads ns", "× 1 thread", "instructions", "atomics",
                "allocations")
        )
        for one in cases {
            let single = await time(one, threads: 1).elapsed
            let double = await time(one, threads: 2).elapsed
            let probed = probeCounts(one)
            print(
                row(
                    one.title, format(single), format(single / clock), format(double),
                    format(double / single),
                    probed.map { format($0.instructions) } ?? "–",
                    probed.map { format($0.atomics) } ?? "–",
                    probed.map { format($0.allocations) } ?? "–"))
        }
        print(
            """

            instructions, atomic operations and allocations: a call on the thread that tracks, without what the
            system does, from the difference of two runs under valgrind
            """)
        measureScopes()
        await compareRings()
    }

    /// The price of opening and leaving a scope, in a task and outside of any. What a task allocates comes from its own memory.
    private static func measureScopes() {
        print("\nscopes, opened and left; ns, best of \(rounds) rounds of \(count)\n")
        print(row("case", "in a task", "outside", "instructions", "atomics", "allocations"))
        for one in scopes {
            let telemetry = makeTelemetry(one)
            @Sendable func best() -> Double {
                (0..<rounds).reduce(.infinity) { best, _ in
                    let start = processorTime()
                    inContext(one, telemetry) { countedCalls(one, telemetry, count) }
                    return min(best, Double(processorTime() - start) / Double(count))
                }
            }
            let outside = Mutex(Double.infinity)
            // A thread of its own is in no task.
            let thread = Thread { outside.withLock { $0 = best() } }
            thread.start()
            while !thread.isFinished { usleep(1000) }
            let probed = probeCounts(one)
            print(
                row(
                    one.title, format(best()), format(outside.withLock { $0 }),
                    probed.map { format($0.instructions) } ?? "–",
                    probed.map { format($0.atomics) } ?? "–",
                    probed.map { format($0.allocations) } ?? "–"))
        }
    }

    /// The price of surviving a kill: the same events in plain memory and in mapped files, the two in turns.
    private static func compareRings() async {
        let spool = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-spool-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: spool) }
        print(
            "\ncrash-safe ring against plain memory, best of \(turns) turns; ns, and of them on the processor\n"
        )
        print(
            row(
                "case", "memory", "crash-safe", "× memory", "memory", "crash-safe", "× memory",
                "instructions", "crash-safe"))
        for name in ["none", "six-context", "twelve-context"] {
            guard let memory = cases.first(where: { $0.name == name }) else { continue }
            let files = memory.inFiles(at: spool.path)
            let counts = (memory: probeCounts(memory), files: probeCounts(memory, isInFiles: true))
            for threads in 1...2 {
                var best = (memory: Time(), files: Time())
                for _ in 0..<turns {
                    best.memory.lower(to: await time(memory, threads: threads))
                    best.files.lower(to: await time(files, threads: threads))
                }
                func ratio(_ part: KeyPath<Time, Double>) -> String {
                    String(format: "%.2f", best.files[keyPath: part] / best.memory[keyPath: part])
                }
                print(
                    row(
                        "\(memory.title), \(threads) thread\(threads > 1 ? "s" : "")",
                        format(best.memory.elapsed), format(best.files.elapsed), ratio(\.elapsed),
                        format(best.memory.processor), format(best.files.processor), ratio(\.processor),
                        counts.memory.map { format($0.instructions) } ?? "–",
                        counts.files.map { format($0.instructions) } ?? "–"))
            }
        }
    }

    /// How many nanoseconds a call takes.
    private struct Time {
        /// By the clock on the wall.
        var elapsed = Double.infinity
        /// On the processor: without the time in which others have it.
        var processor = Double.infinity

        /// Makes each of the two the other's where that is less.
        mutating func lower(to other: Time) {
            elapsed = min(elapsed, other.elapsed)
            processor = min(processor, other.processor)
        }

        /// Makes each of the two the other's where that is more.
        mutating func raise(to other: Time) {
            elapsed = max(elapsed, other.elapsed)
            processor = max(processor, other.processor)
        }
    }

    private static let turns = 3
    private static let count = 20_000
    private static let rounds = 30

    private static func makeTelemetry(_ one: Case, exporter: any Exporter = DiscardingExporter()) -> Telemetry
    {
        var configuration = Configuration.default
        configuration.developerLog.isEnabled = false
        configuration.buffer.capacityBytes = 64 << 20
        configuration.batching.maximumEvents = 10_000
        configuration.batching.maximumAge = .seconds(3600)
        configuration.diagnosticHandler = { _ in }
        one.configure(&configuration)
        return Telemetry(
            catalog: SignalCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
    }

    private static func inContext(_ one: Case, _ telemetry: Telemetry, _ body: () -> Void) {
        if one.isStatic { return Telemetry.with(telemetry) { inContextScope(one, telemetry, body) } }
        inContextScope(one, telemetry, body)
    }

    private static func inContextScope(_ one: Case, _ telemetry: Telemetry, _ body: () -> Void) {
        guard one.hasContext else { return body() }
        telemetry.withContext(context, operation: body)
    }

    /// The time of one call in the best round, on each of `threads` threads at once.
    private static func time(_ one: Case, threads: Int) async -> Time {
        let exporter = HoldingExporter()
        let telemetry = makeTelemetry(one, exporter: exporter)
        var best = Time()
        for _ in 0..<rounds {
            let slowest = Mutex(Time(elapsed: 0, processor: 0))
            let ready = Atomic<Int>(0)
            exporter.hold()
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                inContext(one, telemetry) {
                    ready.add(1, ordering: .sequentiallyConsistent)
                    while ready.load(ordering: .sequentiallyConsistent) < threads {}
                    let start = (elapsed: DispatchTime.now().uptimeNanoseconds, processor: processorTime())
                    for index in 0..<count { one.track(telemetry, index) }
                    let end = (elapsed: DispatchTime.now().uptimeNanoseconds, processor: processorTime())
                    let time = Time(
                        elapsed: Double(end.elapsed - start.elapsed) / Double(count),
                        processor: Double(end.processor - start.processor) / Double(count))
                    slowest.withLock { $0.raise(to: time) }
                }
            }
            exporter.letGo()
            best.lower(to: slowest.withLock { $0 })
            await telemetry.flush(timeout: .seconds(60))
        }
        let statistics = telemetry.statistics
        if statistics.dropped > 0 { stop("events were dropped, so the times mean nothing: \(statistics)") }
        await telemetry.shutdown()
        return best
    }

    /// How many nanoseconds this thread has been on a processor.
    private static func processorTime() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private static func nanosecondsOfClock() -> Double {
        var best = Double.infinity
        for _ in 0..<rounds {
            var time = timespec()
            let start = DispatchTime.now().uptimeNanoseconds
            for _ in 0..<count { clock_gettime(CLOCK_REALTIME, &time) }
            best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) / Double(count))
        }
        return best
    }

    // MARK: Counting

    /// What one call costs on the thread that makes it.
    private struct Counts {
        /// Instructions.
        let instructions: Double
        /// Atomic operations, which wait for the memory and, where threads share it, for each other.
        let atomics: Double
        /// Allocations.
        let allocations: Double
    }

    /// Tracks as many events of one case as the arguments say, with a third one into files in that directory.
    static func probe(_ arguments: [String]) async {
        guard arguments.count >= 2, var one = (cases + scopes).first(where: { $0.name == arguments[0] }),
            let count = Int(arguments[1])
        else { return }
        if arguments.count > 2 { one = one.inFiles(at: arguments[2]) }
        let telemetry = makeTelemetry(one)
        inContext(one, telemetry) { countedCalls(one, telemetry, count) }
        // Leaves at once, so that nothing is shipped in vain.
        _exit(0)
    }

    /// Tracks `count` events. Valgrind counts between this function's begin and end, by its name and on the thread that calls it, so it
    /// must stay a function of its own and hold no closure.
    @inline(never)
    private static func countedCalls(_ one: Case, _ telemetry: Telemetry, _ count: Int) {
        for index in 0..<count { one.track(telemetry, index) }
    }

    /// What a call costs, as the difference of two probes; nil without valgrind.
    ///
    /// - Parameter isInFiles: whether the ring is to be crash-safe.
    private static func probeCounts(_ one: Case, isInFiles: Bool = false) -> Counts? {
        let (few, many) = (2_000, 12_000)
        guard let low = callgrind(one, few, isInFiles: isInFiles),
            let high = callgrind(one, many, isInFiles: isInFiles)
        else { return nil }
        let calls = Double(many - few)
        return Counts(
            instructions: (high.instructions - low.instructions) / calls,
            atomics: (high.atomics - low.atomics) / calls,
            allocations: (high.allocations - low.allocations) / calls)
    }

    /// What all calls of one probe cost.
    private static func callgrind(_ one: Case, _ count: Int, isInFiles: Bool) -> Counts? {
        guard let valgrind = find("valgrind"), let program = Bundle.main.executablePath else { return nil }
        let profile = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        // One of its own for each probe, which leaves a ring there that a telemetry in the same place would take over.
        let spool = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { for url in [profile, spool] { try? FileManager.default.removeItem(at: url) } }
        let result = try? runTool(
            valgrind,
            [
                "--tool=callgrind", "--callgrind-out-file=\(profile.path)", "--compress-strings=no",
                "--collect-bus=yes", "--toggle-collect=*countedCalls*", program, probeArgument, one.name,
                String(count),
            ] + (isInFiles ? [spool.path] : []))
        // "Collected : " and the numbers of instructions and of locked ones, where it leaves out zeros at the end.
        guard let result, result.status == 0, let range = result.error.range(of: "Collected : "),
            let lines = try? String(contentsOf: profile, encoding: .utf8).split(separator: "\n")
        else { return nil }
        let collected = result.error[range.upperBound...].prefix { $0.isNumber || $0 == " " }
            .split(separator: " ").compactMap { Double($0) }
        guard let instructions = collected.first else { return nil }
        return Counts(
            instructions: instructions, atomics: collected.dropFirst().first ?? 0,
            allocations: allocations(in: lines))
    }

    /// How often the C library was asked for memory, by a profile: a line that names the callee, then one with how often.
    private static func allocations(in profile: [Substring]) -> Double {
        let callees = ["malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc"].map { "cfn=\($0)" }
        return zip(profile, profile.dropFirst()).reduce(0) { sum, lines in
            guard callees.contains(where: { lines.0 == $0 }), lines.1.hasPrefix("calls=") else { return sum }
            return sum + (Double(lines.1.dropFirst(6).prefix { $0.isNumber }) ?? 0)
        }
    }

    private static func row(_ title: String, _ cells: String...) -> String {
        title.padding(toLength: 52, withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 13 - $0.count)) + $0 }.joined()
    }
}

/// Takes everything and keeps nothing, but takes nothing while it holds: the delivery waits for it and leaves the processor to what is timed.
private final class HoldingExporter: Exporter {
    private struct State {
        var isHolding = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    let name = "holding"
    private let state = Mutex(State())

    /// Lets exports wait.
    func hold() { state.withLock { $0.isHolding = true } }

    /// Ends every export that waits, and lets none wait any more.
    func letGo() {
        let waiting = state.withLock { state in
            defer { state = State() }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func export(_ batch: RecordBatch) async -> ExportResult {
        await withCheckedContinuation { continuation in
            let mayGo = state.withLock { state in
                if state.isHolding { state.waiting.append(continuation) }
                return !state.isHolding
            }
            if mayGo { continuation.resume() }
        }
        return .delivered
    }
}
