package import Foundation

/// Runs other programs, as a user at a terminal would.
package enum ChildProcess {
    /// How a program ended.
    package struct Outcome: Sendable {
        /// Its exit status; 128 and the number of the signal that ended it, as shells have it.
        package var status: Int32
        /// What it wrote on both standard streams.
        package var text: String
    }

    /// Runs a program to its end. The caller is suspended meanwhile, so it holds no thread that other tests need.
    ///
    /// If the test's time limit cancels the test, the program is killed, and the caller gets a `CancellationError`.
    ///
    /// - Parameters:
    ///   - arguments: The program, which is looked up in `PATH`, and its arguments.
    ///   - folder: The folder in which it runs.
    ///   - environment: What replaces or adds to this process's own environment.
    package static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) async throws -> Outcome {
        let logs = try TemporaryFolder(["log": ""])
        let handle = try FileHandle(forWritingTo: logs.url.appending(path: "log"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in continuation.resume() }
                do {
                    try process.run()
                    // Then the handler may have found nothing to kill.
                    if Task.isCancelled { kill(process) }
                } catch {
                    process.terminationHandler = nil
                    continuation.resume(throwing: error)
                }
            }
        } onCancel: {
            if process.isRunning { kill(process) }
        }
        try handle.close()
        try Task.checkCancellation()
        let status =
            process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Outcome(status: status, text: logs.read("log") ?? "")
    }

    /// Kills a program, and what it has started if it has a process group of its own.
    ///
    /// Not by `terminate`: it sends a signal that a child inherits as blocked from the threads of Dispatch.
    private static func kill(_ process: Process) {
        let identifier = process.processIdentifier
        guard identifier > 0 else { return }
        let hasGroup = getpgid(identifier) == identifier
        _ = Foundation.kill(hasGroup ? -identifier : identifier, SIGKILL)
    }
}
