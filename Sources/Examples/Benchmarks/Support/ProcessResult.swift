import Foundation

/// What a program printed, its exit status, and how long it took.
struct ProcessResult {
    let status: Int32
    let output: String
    let error: String
    let duration: Duration
}

/// Runs a program to its end.
///
/// - Throws: an error if it cannot be started.
func runTool(_ program: String, _ arguments: [String], in directory: URL? = nil) throws -> ProcessResult {
    let files = try (0..<2).map { _ in
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data().write(to: url)
        return url
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let directory { process.currentDirectoryURL = directory }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let duration = ContinuousClock.now - start
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return ProcessResult(
        status: process.terminationStatus, output: texts[0], error: texts[1], duration: duration)
}

/// Runs `swift` with these arguments. If it fails, prints what it printed and ends this program.
func swift(_ arguments: [String], in directory: URL) throws -> ProcessResult {
    guard let swift = find("swift") else { throw CocoaError(.fileNoSuchFile) }
    let result = try runTool(swift, arguments, in: directory)
    if result.status != 0 {
        FileHandle.standardError.write(Data((result.output + result.error).utf8))
        exit(1)
    }
    return result
}
