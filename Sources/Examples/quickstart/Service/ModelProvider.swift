import Signalbook

/// The slow dependency: a pretended model at a service of others.
///
/// What it does depends on the message alone, so that a run can be repeated: a message of more than 300 characters takes
/// longer than we wait, one that says `busy` is refused once, one that says `overload` always.
struct ModelProvider: Sendable {
    /// An answer, and how long it took.
    struct Answer: Sendable {
        let text: String
        let latency: Duration
    }

    /// How long we wait for an answer.
    private static let patience: Duration = .milliseconds(60)
    private static let endpoint = "/v1/messages"
    private static let attempts = 2

    /// What the provider says to the message. Throws ``ServiceError``.
    func answer(_ message: String, of provider: String) async throws -> Answer {
        let start = ContinuousClock.now
        for attempt in 0..<Self.attempts {
            Telemetry.track(.externalAPICalled(serviceName: provider, method: .post, endpoint: Self.endpoint))
            let called = ContinuousClock.now
            let status = await request(message, attempt: attempt)
            switch status {
            case 200:
                Telemetry.track(
                    .externalAPISucceeded(serviceName: provider, duration: .now - called, statusCode: status))
                return Answer(
                    text: "I heard \(message.count) characters.", latency: .now - start)
            case 0:
                Telemetry.track(
                    .externalAPIFailed(
                        serviceName: provider, errorType: "TimeoutError", retryAttempt: attempt))
                throw ServiceError.timedOut(
                    operation: "provider.answer", threshold: Self.patience, actual: .now - start)
            default:
                Telemetry.track(
                    .externalAPIFailed(
                        serviceName: provider, errorType: "Status\(status)", retryAttempt: attempt))
                try await Task.sleep(for: .milliseconds(3))
            }
        }
        throw ServiceError.upstream(
            service: provider, endpoint: Self.endpoint, status: 503, retries: Self.attempts - 1)
    }

    /// The status of the pretended call; 0: none in time.
    private func request(_ message: String, attempt: Int) async -> Int {
        await withTaskGroup { group in
            group.addTask {
                let isSlow = message.count > 300
                try? await Task.sleep(for: isSlow ? .seconds(5) : .milliseconds(1 + message.count % 8))
                return message.contains("overload") || (attempt == 0 && message.contains("busy")) ? 503 : 200
            }
            group.addTask {
                try? await Task.sleep(for: Self.patience)
                return 0
            }
            defer { group.cancelAll() }
            return await group.next() ?? 0
        }
    }
}
