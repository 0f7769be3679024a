import Foundation

/// The file the events are written to.
struct LogFile: Sendable {
    /// As asked for: relative to the working directory unless it was given otherwise.
    let path: String

    /// The file that `output` means, empty: one that an earlier run left there is replaced, anything else is not touched.
    static func prepare(_ output: String) throws -> LogFile {
        var isDirectory: ObjCBool = false
        var path = output
        if FileManager.default.fileExists(atPath: output, isDirectory: &isDirectory), isDirectory.boolValue {
            path =
                output == "."
                ? "signals.jsonl" : output + (output.hasSuffix("/") ? "" : "/") + "signals.jsonl"
        } else if output.hasSuffix("/") {
            throw Problem("there is no directory \"\(output)\"")
        }
        let directory = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        guard FileManager.default.isWritableFile(atPath: directory) else {
            throw Problem(
                "\"\(directory)\" is no directory that can be written to; choose another with --output")
        }
        let file = LogFile(path: path)
        if let head = file.head {
            guard head.isEmpty || head.contains("\"catalog\":\"amplifier-app-api/") else {
                throw Problem(
                    "\"\(path)\" exists and was not written by quickstart; choose another with --output")
            }
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                throw Problem("\"\(path)\" of an earlier run cannot be replaced")
            }
        }
        return file
    }

    /// The beginning of the file; nil when there is none.
    private var head: String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: 4096)
        else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    /// All of it, with what was rotated out meanwhile in front.
    func read() -> [UInt8] {
        let stem = path.hasSuffix(".jsonl") ? String(path.dropLast(6)) : path
        let rotated = (1...100).map { "\(stem).\($0).jsonl" }.prefix {
            FileManager.default.fileExists(atPath: $0)
        }
        return (rotated.reversed() + [path]).flatMap {
            FileManager.default.contents(atPath: $0).map { Array($0) } ?? []
        }
    }
}
