import Foundation

/// The whole-process time of `sigbook diff`.
enum DiffBenchmark {
    static func run() throws {
        let work = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-diff-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        print("\nsigbook diff: whole process, release, two catalogs, median of \(rounds) runs, ms\n")
        print("events       time    × before")
        let tool = builtProgram("sigbook")
        var previous: Double?
        for count in [100, 1_000, 10_000] {
            let old = work.appending(path: "old\(count)")
            let new = work.appending(path: "new\(count)")
            _ = try SyntheticCatalog.write(events: count, to: old)
            for file in try SyntheticCatalog.write(events: count, to: new) { try change(file) }
            let time = try median(tool, old, new)
            print(
                String(count).padding(toLength: 9, withPad: " ", startingAt: 0)
                    + String(format: "%8.1f", time)
                    + (previous.map { String(format: "    %8.1f", time / $0) } ?? ""))
            previous = time
        }
    }

    private static let rounds = 7

    /// Changes something of every event, in a way that breaks nobody: what breaks somebody ends the program with 1.
    private static func change(_ file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacingOccurrences(of: "How it ended.", with: "The status that it ended with.")
            .replacingOccurrences(
                of: "      duration_ms:",
                with:
                    "      try_count: { type: int, required: false, description: Which try it was. }\n      duration_ms:"
            )
        try Data(text.utf8).write(to: file)
    }

    private static func median(_ tool: String, _ old: URL, _ new: URL) throws -> Double {
        var times: [Double] = []
        for _ in 0..<rounds {
            let words = [tool, "diff", "--against", old.path, "--catalog", new.path]
            guard let time = spawn(words, isQuiet: true) else {
                stop("sigbook diff found a break, or failed")
            }
            times.append(time.milliseconds)
        }
        return times.sorted()[rounds / 2]
    }
}
