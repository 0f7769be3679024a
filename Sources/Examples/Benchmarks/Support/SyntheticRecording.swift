import Foundation

/// Records of the service's catalog as its runtime writes them: requests of a few records each, with identifiers and figures of their own.
struct SyntheticRecording {
    private var random = SplitMix64(state: 42)
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

    private mutating func hexadecimal() -> String {
        let digits = String(random.next(), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private mutating func duration() -> String { "\(Double(random.next() % 100_000) / 1000)" }

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
        record("request_received", "debug", endpoint + #","request_size_bytes":\#(random.next() % 5000)"#)
        record(
            "cache_hit", "debug",
            #""cache_key_hash":"process:\#(hexadecimal())\#(hexadecimal())","lookup_duration_ms":\#(duration()),"entry_age_seconds":\#(duration())"#
        )
        record("database_connection_acquired", "debug", #""pool_size":4,"wait_time_ms":\#(duration())"#)
        record(
            "session_message_sent", "info",
            #""message_length":\#(random.next() % 4000),"has_attachments":false"#)
        record(
            "external_api_called", "debug",
            #""service_name":"openai","method":"POST","endpoint":"/v1/messages""#)
        if random.next() % 20 == 0 {
            record(
                "timeout_error", "error",
                #""error_type":"TimeoutError","error_message":"the provider took longer than it may, for the \#(random.next() % 9)th time","error_code":"EXT_001","is_retryable":true,"endpoint":"/api/v1/sessions","operation":"provider.send","timeout_threshold_ms":500.0,"actual_duration_ms":\#(duration())"#
            )
        } else {
            record(
                "external_api_succeeded", "debug",
                #""service_name":"openai","duration_ms":\#(duration()),"status_code":200"#)
        }
        record(
            "session_message_received", "info",
            #""response_length":\#(random.next() % 9000),"provider_latency_ms":\#(duration())"#)
        record(
            "request_completed", "info",
            endpoint
                + #","duration_ms":\#(duration()),"request_size_bytes":\#(random.next() % 5000),"status_code":201,"response_size_bytes":\#(random.next() % 90000)"#
        )
        return text
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
