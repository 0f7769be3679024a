import Foundation

/// What a program printed, and how it ended.
struct ProcessResult {
    let status: Int32
    let output: String
    let error: String
    let duration: Duration
}

/// Where a program is, by the search path; nil if it is not installed.
func find(_ program: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(program)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Runs a program to its end.
///
/// - Throws: what starting it threw.
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

/// Ends this program, for what was measured is worth nothing.
func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
    exit(1)
}

/// How long a program takes from being started to being gone, nil if it fails; without what `Process` adds to it, some 40 ms.
///
/// - Parameter isQuiet: whether what it prints is thrown away.
func spawn(_ arguments: [String], isQuiet: Bool = false) -> Duration? {
    #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
    #else
        var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if isQuiet {
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
        }
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    var status: Int32 = 0
    let start = ContinuousClock.now
    guard posix_spawn(&process, arguments[0], &actions, nil, &pointers, environ) == 0 else { return nil }
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status == 0 ? ContinuousClock.now - start : nil
}

/// Runs `swift` with these arguments, and ends this program with what it printed if it fails.
func swift(_ arguments: [String], in directory: URL) throws -> ProcessResult {
    guard let swift = find("swift") else { throw CocoaError(.fileNoSuchFile) }
    let result = try runTool(swift, arguments, in: directory)
    if result.status != 0 {
        FileHandle.standardError.write(Data((result.output + result.error).utf8))
        exit(1)
    }
    return result
}

/// The path of a program of this package, as it was built beside this one; ends this program, and says how to build the other, where
/// it is missing.
///
/// - Parameter isDebug: whether the debug build is wanted, which stands in the folder beside this one's.
func builtProgram(_ name: String, isDebug: Bool = false) -> String {
    guard let own = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
        stop("this program does not know where it is")
    }
    var folder = own.deletingLastPathComponent()
    if isDebug {
        // `release` and `debug`, or with the other build system `Release-linux` and `Debug-linux`.
        let sibling = folder.lastPathComponent.replacingOccurrences(of: "release", with: "debug")
            .replacingOccurrences(of: "Release", with: "Debug")
        folder = folder.deletingLastPathComponent().appending(path: sibling)
    }
    let path = folder.appending(path: name).path(percentEncoded: false)
    guard FileManager.default.isExecutableFile(atPath: path) else {
        stop("no \(path): swift build -c \(isDebug ? "debug" : "release") --product \(name)")
    }
    return path
}

/// The package's folder, from the place of this file.
let packageDirectory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A number with one digit after the point, or none where it is large.
func format(_ number: Double) -> String {
    number >= 1000 ? String(format: "%.0f", number) : String(format: "%.1f", number)
}

extension Duration {
    /// The duration in milliseconds.
    var milliseconds: Double { Double(components.seconds) * 1e3 + Double(components.attoseconds) * 1e-15 }
}
