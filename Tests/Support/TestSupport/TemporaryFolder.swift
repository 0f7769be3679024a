package import Foundation

/// A folder of a test's own, removed with the value.
package final class TemporaryFolder: Sendable {
    /// Where it is. Its name has a space, because that is where careless code breaks a path.
    package let path: String

    /// Makes the folder with the given files in it, by relative path.
    package init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "signalbook tests \(UUID().uuidString)").path(percentEncoded: false)
        // For its owner alone, because the spool is not kept in a folder that others can write to.
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Where it is, as a URL.
    package var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

    /// The path of something in the folder, which need not exist.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and makes the folders that it is in.
    package func write(_ name: String, _ text: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file; nil if there is no such file.
    package func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: file(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes after what is in a file already.
    package func append(_ name: String, _ text: String) throws {
        let handle = try FileHandle(forWritingTo: url.appending(path: name))
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
    }

    /// Moves a file. It replaces another file if there is one.
    package func move(_ name: String, to other: String) throws {
        guard rename(file(name), file(other)) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Removes a file, a link or a folder.
    package func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

    /// The names of what is directly in the folder, sorted.
    package var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Everything in the folder and below, by relative paths, sorted.
    package var listing: [String] {
        ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// When each wanted file was last written, by relative paths.
    package func times(of isWanted: (String) -> Bool = { _ in true }) -> [String: Date] {
        Self.times(in: url, of: isWanted)
    }

    /// When each wanted file anywhere in a folder was last written, by relative paths.
    package static func times(in folder: URL, of isWanted: (String) -> Bool) -> [String: Date] {
        let root = folder.path(percentEncoded: false)
        var times: [String: Date] = [:]
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] where isWanted(path) {
            let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
            times[path] = attributes?[.modificationDate] as? Date
        }
        return times
    }
}
