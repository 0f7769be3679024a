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

/// Records of the service's catalog as its runtime writes them: requests of a few records each, with identifiers and figures of their own.
private struct SyntheticRecording {
    private var state: UInt64 = 42
    private var milliseconds = 0

    /// Writes whole lines, as many as make at least so many bytes.
    mutating func write(_ size: Int, to file: URL) throws {
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        var written = 0
        while written < size {
            var text = ""
            while text.utf8.count < 1 << 20 { text += request() }
            try handle.write(contentsOf: Data(text.utf8))
            written += text.utf8.count
        }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func hexadecimal() -> String {
        let digits = String(next(), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private mutating func duration() -> String { "\(Double(next() % 100_000) / 1000)" }

    /// The records of one request.
    private mutating func request() -> String {
        let requestID = hexadecimal() + hexadecimal()
        let session = "ses_" + hexadecimal().prefix(12)
        let user = "process:" + hexadecimal() + hexadecimal()
        var text = ""
        func record(_ event: String, _ severity: String, _ properties: String) {
            milliseconds += 1
            text +=
                #"{"timestamp":"2026-02-\#(two(1 + milliseconds / 86_400_000 % 28))T\#(two(milliseconds / 3_600_000 % 24)):"#
            text +=
                "\(two(milliseconds / 60_000 % 60)):\(two(milliseconds / 1000 % 60)).\(100 + milliseconds % 900)"
            text +=
                #"123Z","event":"\#(event)","severity":"\#(severity)","record_id":"\#(hexadecimal())\#(hexadecimal())","#
            text += #""catalog":"amplifier-app-api/1.0.0","user_id":"\#(user)","session_id":"\#(session)","#
            text +=
                #""app_id":"amplifier-app-api","environment":"dev","request_id":"\#(requestID)",\#(properties)}"#
                + "\n"
        }
        let endpoint = #""method":"POST","endpoint":"/api/v1/sessions/{session_id}/messages""#
        record("request_received", "debug", endpoint + #","request_size_bytes":\#(next() % 5000)"#)
        record(
            "cache_hit", "debug",
            #""cache_key_hash":"process:\#(hexadecimal())\#(hexadecimal())","lookup_duration_ms":\#(duration()),"entry_age_seconds":\#(duration())"#
        )
        record("database_connection_acquired", "debug", #""pool_size":4,"wait_time_ms":\#(duration())"#)
        record("session_message_sent", "info", #""message_length":\#(next() % 4000),"has_attachments":false"#)
        record(
            "external_api_called", "debug",
            #""service_name":"openai","method":"POST","endpoint":"/v1/messages""#)
        if next() % 20 == 0 {
            record(
                "timeout_error", "error",
                #""error_type":"TimeoutError","error_message":"the provider took longer than it may, for the \#(next() % 9)th time","error_code":"EXT_001","is_retryable":true,"endpoint":"/api/v1/sessions","operation":"provider.send","timeout_threshold_ms":500.0,"actual_duration_ms":\#(duration())"#
            )
        } else {
            record(
                "external_api_succeeded", "debug",
                #""service_name":"openai","duration_ms":\#(duration()),"status_code":200"#)
        }
        record(
            "session_message_received", "info",
            #""response_length":\#(next() % 9000),"provider_latency_ms":\#(duration())"#)
        record(
            "request_completed", "info",
            endpoint
                + #","duration_ms":\#(duration()),"request_size_bytes":\#(next() % 5000),"status_code":201,"response_size_bytes":\#(next() % 90000)"#
        )
        return text
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
