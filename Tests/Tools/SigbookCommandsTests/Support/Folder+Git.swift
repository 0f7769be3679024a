import Testing

@testable import SigbookCommands

extension Folder {
    /// Runs git here, as somebody.
    func git(_ words: String...) async throws {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
        let process = try await ChildProcess.run(["git", "-C", path] + identity + words)
        try #require(process.status == 0, "\(String(decoding: process.error, as: UTF8.self))")
    }
}
