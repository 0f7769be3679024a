import Foundation

/// The whole-process time of the generator, as the plugin runs it.
enum GenerateBenchmark {
    static func run() throws {
        let work = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-generate-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        print("\ngenerate-signals: whole process, median of \(rounds) runs into an empty folder, ms\n")
        print("events      debug    × 100    release    × 100")
        var baseline: [String: Double] = [:]
        let tools = [
            ("debug", builtProgram("generate-signals", isDebug: true)),
            ("release", builtProgram("generate-signals")),
        ]
        for count in [100, 1_000, 10_000] {
            let files = try SyntheticCatalog.write(events: count, to: work.appending(path: "schema\(count)"))
            var line = String(count).padding(toLength: 8, withPad: " ", startingAt: 0)
            for (configuration, tool) in tools {
                let time = try median(tool, files, work)
                let factor = time / baseline[configuration, default: time]
                if baseline[configuration] == nil { baseline[configuration] = time }
                line += "  " + pad(format(time), 7) + "  " + pad(format(factor), 7)
            }
            print(line)
        }
    }

    private static let rounds = 7

    private static func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func median(_ tool: String, _ files: [URL], _ work: URL) throws -> Double {
        var times: [Double] = []
        for round in 0..<rounds {
            let output = work.appending(path: "output-\(round)")
            try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
            guard let time = spawn([tool, "--output", output.path] + files.map(\.path)) else {
                stop("generate-signals failed")
            }
            times.append(time.milliseconds)
            try FileManager.default.removeItem(at: output)
        }
        return times.sorted()[rounds / 2]
    }
}
