import Foundation

/// The whole-process time of what sigbook makes of a catalog for readers and for other languages.
enum DocsBenchmark {
    static func run() throws {
        let work = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-docs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        let tool = builtProgram("sigbook")
        print("\nsigbook: whole process, release, median of \(rounds) runs into an empty folder, ms\n")
        print("events      docs, site    docs, markdown    export, jsonschema")
        for count in [100, 1_000, 10_000] {
            let catalog = work.appending(path: "schema\(count)")
            _ = try SyntheticCatalog.write(events: count, to: catalog)
            var line = String(count).padding(toLength: 8, withPad: " ", startingAt: 0)
            let commands = [
                (["docs", "--format", "site"], 14), (["docs", "--format", "markdown"], 18),
                (["export", "--format", "jsonschema"], 22),
            ]
            for (words, width) in commands {
                let time = try median([tool] + words + ["--catalog", catalog.path], work)
                let text = format(time)
                line += String(repeating: " ", count: max(1, width - text.count)) + text
            }
            print(line)
        }
    }

    private static let rounds = 5

    private static func median(_ command: [String], _ work: URL) throws -> Double {
        var times: [Double] = []
        for round in 0..<rounds {
            let output = work.appending(path: "output-\(round)")
            guard let time = spawn(command + ["--output", output.path], isQuiet: true) else {
                stop("\(command) failed")
            }
            times.append(time.milliseconds)
            try FileManager.default.removeItem(at: output)
        }
        return times.sorted()[rounds / 2]
    }
}
