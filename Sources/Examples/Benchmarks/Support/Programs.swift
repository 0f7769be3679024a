import Foundation

/// Where a program is, by the search path; nil if it is not installed.
func find(_ program: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(program)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
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

/// The package's folder, from the place of this file: `Sources/Examples/Benchmarks/Support`.
let packageDirectory = (0..<5).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }

/// Ends this program, for what was measured is worth nothing.
func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
    exit(1)
}
