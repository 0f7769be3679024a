import Foundation

/// A folder of a test's own, removed with the value.
final class Folder {
    /// Where it is; its name has a space, for that is where paths break.
    let path: String

    /// Makes the folder with the given files in it, by relative path.
    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "sigbook tests \(UUID().uuidString)").path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, making the folders it stands in.
    func write(_ name: String, _ text: String) throws {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// The text of a file; nil when there is none.
    func read(_ name: String) -> String? {
        try? String(contentsOf: URL(filePath: path).appending(path: name), encoding: .utf8)
    }

    /// Writes behind what a file has already.
    func append(_ name: String, _ text: String) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: path).appending(path: name))
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
    }

    /// Moves a file, over another one if there is one.
    func move(_ name: String, to other: String) throws {
        guard rename(path + "/" + name, path + "/" + other) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
