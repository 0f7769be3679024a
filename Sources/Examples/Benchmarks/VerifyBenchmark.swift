import CatalogModel
import Foundation
import Recordings

/// How fast recordings are read and judged, on one core.
enum VerifyBenchmark {
    private static let size = 100_000_000
    private static let rounds = 5

    static func run() throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-verify-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        let catalog = try loadCatalog()
        var generator = SyntheticRecording()
        try generator.write(size, to: file)
        print(
            "\nverify: best of \(rounds) rounds over \(size / 1_000_000) MB of JSON lines as the runtime writes them, one thread\n"
        )
        print("step                                  MB/s    ns a record")
        try measure("lines, found", file) { source in
            var lines = LineReader(source)
            var count = 0
            while try lines.next() != nil { count += 1 }
            return count
        }
        try measure("records, read and all JSON checked", file) { source in
            var lines = LineReader(source)
            var reader = RecordReader()
            var count = 0
            while let line = try lines.next() {
                guard case .records = try reader.begin(line.bytes) else { continue }
                while try reader.next() { count += 1 }
            }
            return count
        }
        try measure("records, judged by the catalog", file) { source in
            var verification = Verification(catalog)
            try verification.read(source, named: "recording")
            let result = verification.result()
            if !result.diagnostics().isEmpty {
                stop("the recording has findings: \(result.diagnostics()[0].message)")
            }
            return result.counts.records
        }
    }

    private static func measure(_ title: String, _ file: URL, _ body: (FileSource) throws -> Int) throws {
        var best = Double.infinity
        var records = 1
        for _ in 0..<rounds {
            let source = try FileSource(opening: file.path)
            let start = threadMilliseconds()
            records = max(try body(source), 1)
            best = min(best, threadMilliseconds() - start)
        }
        let cells = [Double(size) / 1000 / best, best * 1e6 / Double(records)].map { format($0.rounded()) }
        print(
            title.padding(toLength: 34, withPad: " ", startingAt: 0)
                + cells.map { String(repeating: " ", count: max(1, 8 - $0.count)) + $0 }.joined(
                    separator: "       "))
    }

    /// The time that this thread has had a core, so that what else the machine does counts for little.
    private static func threadMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
    }

    /// The service's catalog.
    private static func loadCatalog() throws -> JudgedCatalog {
        let folder = packageDirectory.appending(path: "schema")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".yaml")
        }
        let sources = try names.map {
            CatalogSource(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
        }
        guard let catalog = CatalogLoader.load(sources).catalog else {
            stop("the service's catalog has errors")
        }
        return JudgedCatalog(catalog)
    }
}
