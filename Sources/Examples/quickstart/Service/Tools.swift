import Signalbook

/// What sessions may use.
enum Tools {
    /// Searches the pretended documents; nil when it failed, without which the session goes on.
    static func search(_ query: Substring) async -> Int? {
        let name = "search_documents"
        let words = query.split(separator: " ")
        Telemetry.track(.toolInvoked(toolName: name, inputSize: .bytes(query.utf8.count)))
        Telemetry.track(.toolExecutionStarted(toolName: name, parametersHash: digest(of: query)))
        let start = ContinuousClock.now
        try? await Task.sleep(for: .milliseconds(2))
        guard !words.isEmpty else {
            Telemetry.track(
                .toolExecutionFailed(toolName: name, duration: .now - start, errorType: "EmptyQuery"))
            return nil
        }
        Telemetry.track(
            .toolExecutionCompleted(
                toolName: name, duration: .now - start, outputSize: .bytes(40 * words.count)))
        return words.count
    }

    /// FNV-1a: tells equal parameters from different ones, and hides nothing.
    private static func digest(of text: Substring) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
