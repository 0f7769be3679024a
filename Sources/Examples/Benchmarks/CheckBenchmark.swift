import Foundation

/// The whole-process time of `sigbook check`.
enum CheckBenchmark {
    static func run() throws {
        let work = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-check-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        print("\nsigbook check: whole process, release, median of \(rounds) runs, ms\n")
        print("events   files       time    × before")
        let tool = builtProgram("sigbook")
        var previous: Double?
        for count in [100, 1_000, 10_000] {
            let schema = work.appending(path: "schema\(count)")
            let files = try SyntheticCatalog.write(
                events: count, eventsPerFile: max(10, count / 100), to: schema)
            let time = try median(tool, schema)
            print(
                String(count).padding(toLength: 9, withPad: " ", startingAt: 0)
                    + String(files.count).padding(toLength: 8, withPad: " ", startingAt: 0)
                    + String(format: "%8.1f", time)
                    + (previous.map { String(format: "    %8.1f", time / $0) } ?? ""))
            previous = time
        }
    }

    private static let rounds = 7

    private static func median(_ tool: String, _ schema: URL) throws -> Double {
        var times: [Double] = []
        for _ in 0..<rounds {
            // Strict, so that a finding in the synthetic catalog, which would be measured along, ends this.
            guard let time = spawn([tool, "check", "--strict", "--catalog", schema.path], isQuiet: true)
            else {
                stop("sigbook check found something, or failed")
            }
            times.append(time.milliseconds)
        }
        return times.sorted()[rounds / 2]
    }
}
