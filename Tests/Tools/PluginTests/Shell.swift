import Foundation

/// Runs other programs, as a user at a terminal would.
enum Shell {
    /// How a program ended.
    struct Outcome {
        /// Its exit status.
        var status: Int32
        /// What it wrote on both standard streams.
        var text: String
    }

    /// Runs a program found by the shell's rules and waits for it, without holding a thread that other tests need.
    ///
    /// - Parameter environment: what replaces or adds to this process's own.
    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) async throws -> Outcome {
        let log = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: log.path(percentEncoded: false), contents: nil)
        defer { try? FileManager.default.removeItem(at: log) }
        let handle = try FileHandle(forWritingTo: log)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        try handle.close()
        let status =
            process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Outcome(status: status, text: String(decoding: try Data(contentsOf: log), as: UTF8.self))
    }
}
