import TestSupport
import Testing

extension TemporaryFolder {
    /// Runs git here, with an identity of its own.
    func git(_ words: String...) async throws {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
        let outcome = try await ChildProcess.run(["git"] + identity + words, in: url)
        try #require(outcome.status == 0, "\(outcome.text)")
    }
}
