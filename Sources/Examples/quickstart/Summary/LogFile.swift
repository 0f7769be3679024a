import Foundation

/// The file the events are written to, and what is rotated out of it.
struct LogFile: Sendable {
    /// As asked for: relative to the working directory unless it was given otherwise.
    let path: String

    /// The file that `output` means, not there yet: what an earlier run left is removed, anything else is not touched.
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
        let log = LogFile(path: path)
        for file in [path] + log.rotated {
            guard isAbsentOrOurs(file) else {
                throw Problem(
                    "\"\(file)\" exists and was not written by quickstart; choose another with --output")
            }
        }
        for file in [path] + log.rotated where FileManager.default.fileExists(atPath: file) {
            do {
                try FileManager.default.removeItem(atPath: file)
            } catch {
                throw Problem("\"\(file)\" of an earlier run cannot be removed")
            }
        }
        return log
    }

    /// All of it, with what was rotated out meanwhile in front.
    func read() -> [UInt8] {
        (rotated.reversed() + [path]).flatMap {
            FileManager.default.contents(atPath: $0).map { Array($0) } ?? []
        }
    }

    /// The files that were rotated out of it, youngest first: `signals.1.jsonl` and so on.
    private var rotated: [String] {
        let name = path.split(separator: "/").last ?? ""
        let suffix = name.dropFirst().lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        let stem = path.dropLast(suffix.count)
        return Array(
            (1...100).lazy.map { "\(stem).\($0)\(suffix)" }.prefix {
                FileManager.default.fileExists(atPath: $0)
            })
    }

    /// Whether there is no such file, or one that begins as ours do. Devices, links and the like are neither.
    private static func isAbsentOrOurs(_ path: String) -> Bool {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return true }
        guard attributes[.type] as? FileAttributeType == .typeRegular,
            let handle = FileHandle(forReadingAtPath: path)
        else { return false }
        // Nothing is read from an empty file.
        guard let head = try? handle.read(upToCount: 4096), !head.isEmpty else {
            return (attributes[.size] as? NSNumber)?.intValue == 0
        }
        return String(decoding: head, as: UTF8.self).contains("\"catalog\":\"amplifier-app-api/")
    }
}
