import SwiftEmitter

/// The folder that generated files stand in: nothing outside of it is ever written.
struct Output {
    /// Its path.
    let folder: String

    /// Writes what differs from what is there, then removes what an earlier run wrote and this one would not.
    func update(to files: [GeneratedFile]) throws(Files.Failure) {
        try Files.makeFolder(folder)
        let changed = files.filter { !isCurrent($0) }
        for file in changed where !isOurs(file.name) {
            throw Files.Failure(
                "cannot write", folder + "/" + file.name,
                reason: "what stands there was not generated; move it away")
        }
        for file in changed {
            try Files.replace(file.name, in: folder, with: file.bytes)
        }
        for name in leftovers(besides: files) {
            try Files.remove(folder + "/" + name)
        }
    }

    /// What of the folder is not as the files would have it, as messages in the form of diagnostics; writes nothing.
    func differences(from files: [GeneratedFile]) -> [String] {
        var messages: [String] = []
        for file in files {
            let path = folder + "/" + file.name
            guard let bytes = try? Files.contents(of: path) else {
                messages.append("\(path):1:1: error: is missing [out-of-date]")
                continue
            }
            if bytes != file.bytes {
                messages.append(
                    Self.difference(path, from: String(decoding: bytes, as: UTF8.self), to: file.text))
            }
        }
        for name in leftovers(besides: files) {
            messages.append("\(folder)/\(name):1:1: error: no catalog file gives this any more [out-of-date]")
        }
        return messages
    }

    private func isCurrent(_ file: GeneratedFile) -> Bool {
        guard let bytes = try? Files.contents(of: folder + "/" + file.name) else { return false }
        return bytes == file.bytes
    }

    /// Whether there is no file of that name, or one that this tool wrote.
    private func isOurs(_ name: String) -> Bool {
        guard let bytes = try? Files.contents(of: folder + "/" + name) else { return true }
        return bytes.isEmpty || bytes.starts(with: SwiftEmitter.headerPrefix.utf8)
    }

    /// Files that only this tool can have written, by name and by head, and that are not among `files`.
    private func leftovers(besides files: [GeneratedFile]) -> [String] {
        let current = Set(files.map(\.name))
        return Files.names(in: folder).filter { name in
            guard name.hasSuffix(SwiftEmitter.outputSuffix), !current.contains(name) else { return false }
            guard let bytes = try? Files.contents(of: folder + "/" + name) else { return false }
            return bytes.starts(with: SwiftEmitter.headerPrefix.utf8)
        }
    }

    /// The first line that differs, as it is and as it should be.
    private static func difference(_ path: String, from old: String, to new: String) -> String {
        let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
        let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
        var line = 0
        while line < oldLines.count, line < newLines.count, oldLines[line] == newLines[line] { line += 1 }
        var message =
            "\(path):\(line + 1):1: error: is not what the catalog gives; generate it again [out-of-date]"
        if line < oldLines.count { message += "\n-" + oldLines[line] }
        if line < newLines.count { message += "\n+" + newLines[line] }
        return message
    }
}
