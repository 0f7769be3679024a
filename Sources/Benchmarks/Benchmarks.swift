import Foundation

/// Measures what the project promises. Nothing here is a test: times are for people to read, as ratios within one run.
@main
enum Benchmarks {
    private static let usage = """
        usage: swift run -c release Benchmarks [track|start|ship|otlp|generate|compile]…

          track      ns, instructions and allocations of `track` (the last two need valgrind)
          start      time from making the telemetry to the first `track`, with and without a spool to adopt
          ship       events/s from one thread to an exporter that keeps nothing, and memory during an outage
          otlp       events a second sent to a collector on loopback, and their bytes on the wire
          generate   whole-process time of generate-signals on 100, 1,000 and 10,000 events, debug and release
          compile    time to compile what 1,000 events generate, debug and release

        Without a name all of them run. Run them on a machine that does nothing else.
        """

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "--help" || arguments.first == "-h" { return print(usage) }
        if arguments.first == TrackBenchmark.probeArgument {
            return await TrackBenchmark.probe(Array(arguments.dropFirst()))
        }
        if arguments.first == StartBenchmark.leaveArgument {
            return StartBenchmark.leave(Array(arguments.dropFirst()))
        }
        let known = ["track", "start", "ship", "otlp", "generate", "compile"]
        if let unknown = arguments.first(where: { !known.contains($0) }) {
            FileHandle.standardError.write(Data("unknown benchmark '\(unknown)'\n\(usage)\n".utf8))
            exit(64)
        }
        let chosen = arguments.isEmpty ? known : arguments
        if chosen.contains("track") { await TrackBenchmark.run() }
        if chosen.contains("start") { try await StartBenchmark.run() }
        if chosen.contains("ship") { await ShipBenchmark.run() }
        if chosen.contains("otlp") { await OTLPBenchmark.run() }
        if chosen.contains("generate") { try GenerateBenchmark.run() }
        if chosen.contains("compile") { try CompileBenchmark.run() }
    }
}
