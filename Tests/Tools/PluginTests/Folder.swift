import Foundation

/// A folder of a test's own, removed with the value.
final class Folder: Sendable {
    /// Where it is. Its name has a space, for that is where paths break.
    let url: URL

    /// Makes the folder.
    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "signalbook tests \(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of something in the folder.
    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    /// Writes a file, making the folders it stands in.
    func write(_ name: String, _ text: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file; nil when there is none.
    func read(_ name: String) -> String? {
        try? String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    /// Removes a file, a link or a folder.
    func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appending(path: name)) }

    /// Everything in the folder, by paths relative to it.
    var listing: [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: url.path(percentEncoded: false)).sorted()) ?? []
    }

    /// When each file that fits was last written, anywhere in a folder.
    static func times(in folder: URL, of isWanted: (String) -> Bool) -> [String: Date] {
        let root = folder.path(percentEncoded: false)
        var times: [String: Date] = [:]
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] where isWanted(path) {
            let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
            times[path] = attributes?[.modificationDate] as? Date
        }
        return times
    }
}
