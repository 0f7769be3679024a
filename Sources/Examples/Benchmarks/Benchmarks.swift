import Foundation

/// Measures what the project promises. Times are worth comparing within one run only; instructions and allocations repeat.
@main
enum Benchmarks {
    /// One benchmark.
    private struct Benchmark {
        var name: String
        var summary: String
        var run: @Sendable () async throws -> Void
    }

    private static let all = [
        Benchmark(
            name: "track",
            summary: "ns, instructions, atomics and allocations of `track` (all but the first need valgrind)"
        ) {
            await TrackBenchmark.run()
        },
        Benchmark(
            name: "start",
            summary: "time from making the telemetry to the first `track`, with and without a spool to adopt"
        ) { try await StartBenchmark.run() },
        Benchmark(
            name: "ship",
            summary: "events/s from one thread to an exporter that keeps nothing, and memory during an outage"
        ) { await ShipBenchmark.run() },
        Benchmark(
            name: "otlp", summary: "events/s sent to a collector on loopback, and their bytes on the wire"
        ) { await OTLPBenchmark.run() },
        Benchmark(
            name: "generate",
            summary:
                "whole-process time of generate-signals on 100, 1,000 and 10,000 events, debug and release"
        ) { try GenerateBenchmark.run() },
        Benchmark(name: "compile", summary: "time to compile what 1,000 events generate, debug and release") {
            try CompileBenchmark.run()
        },
        Benchmark(
            name: "check",
            summary: "whole-process time of sigbook check on 100, 1,000 and 10,000 events, release"
        ) { try CheckBenchmark.run() },
        Benchmark(
            name: "diff",
            summary:
                "whole-process time of sigbook diff on two catalogs of 100, 1,000 and 10,000 events, release"
        ) { try DiffBenchmark.run() },
        Benchmark(
            name: "docs",
            summary: "whole-process time of sigbook docs and export on 100, 1,000 and 10,000 events, release"
        ) { try DocsBenchmark.run() },
        Benchmark(name: "verify", summary: "MB/s of sigbook verify on 100 MB of recorded events, release") {
            try VerifyBenchmark.run()
        },
    ]

    private static var usage: String {
        let width = all.map(\.name.count).max() ?? 0
        let lines = all.map { benchmark in
            "  " + benchmark.name.padding(toLength: width + 3, withPad: " ", startingAt: 0)
                + benchmark.summary
        }
        return """
            usage: swift run -c release Benchmarks [\(all.map(\.name).joined(separator: "|"))]…

            \(lines.joined(separator: "\n"))

            Without a name all of them run. Run them on a machine that does nothing else. Those of sigbook and of
            generate-signals run what stands beside this program: `swift build -c release` builds them all, and
            `swift build --product generate-signals` the debug build of the generator.
            """
    }

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "--help" || arguments.first == "-h" { return print(usage) }
        // A benchmark that is run under valgrind calls this program again.
        if arguments.first == TrackBenchmark.probeArgument {
            return await TrackBenchmark.probe(Array(arguments.dropFirst()))
        }
        if arguments.first == StartBenchmark.leaveArgument {
            return StartBenchmark.leave(Array(arguments.dropFirst()))
        }
        if let unknown = arguments.first(where: { name in !all.contains { $0.name == name } }) {
            FileHandle.standardError.write(Data("unknown benchmark '\(unknown)'\n\(usage)\n".utf8))
            exit(64)
        }
        for benchmark in all where arguments.isEmpty || arguments.contains(benchmark.name) {
            try await benchmark.run()
        }
    }
}
