import Foundation

/// The path of a program that is found by the search path; nil if it is not installed.
func find(_ program: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(program)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// The path of a program of this package that was built next to this one. If it is missing, says how to build it and ends this
/// program.
///
/// - Parameter isDebug: whether the debug build is wanted, which is in the folder next to this one's.
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

/// Ends this program, because its measurements would be worthless.
func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
    exit(1)
}
