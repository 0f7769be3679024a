import Foundation

/// The variables of a `.env` file.
///
/// The form is the one that most readers of such files share:
///
/// * UTF-8, with or without a byte order mark; lines end with LF, CRLF or CR; `#` starts a comment line.
/// * `NAME=value`, with or without `export` before it and spaces around `=`. A name is letters, digits and `_`, no digit first.
/// * Bare values end at the line's end or at a `#` with a space before it; spaces around them do not count.
/// * Between single quotes everything stands for itself. Between double quotes `\n`, `\r`, `\t`, `\"`, `\\` and `\$` are escapes. Either
///   may span lines, whose ends are LF in the value; after the closing quote only a comment may follow.
/// * The last one of several lines for a name wins. `NAME=` is an empty value.
///
/// NOTE: `$NAME` and `${NAME}` stay as they are: nothing is interpolated, so that a value means the same whatever the environment.
public struct DotEnv: Sendable {
    /// A variable's value and where it stands.
    public struct Entry: Sendable, Hashable {
        /// The value, without quotes and escapes.
        public var value: String
        /// The line on which it starts, from 1.
        public var line: Int
    }

    /// The most bytes that are read; a longer file is not used at all.
    public static let maximumSize = 1_048_576

    /// The most broken lines that get a problem of their own.
    static let maximumProblems = 16

    /// The file's path, as it was given.
    public let path: String
    /// The variables by name.
    public internal(set) var entries: [String: Entry] = [:]
    /// What could not be read, each with `path:line`. Contains no line's content: that may be secret.
    public internal(set) var problems: [ConfigurationProblem] = []

    /// Reads `text` as if it stood in the file at `path`. Lines that are broken are reported and skipped.
    public init(parsing text: some Sequence<UInt8>, path: String = ".env") {
        self.path = path
        let bytes = Array(text.prefix(Self.maximumSize + 1))
        guard bytes.count <= Self.maximumSize else {
            report("is longer than \(Self.maximumSize) bytes; none of it is used")
            return
        }
        var parser = DotEnvParser(text: bytes)
        parser.parse()
        entries = parser.entries
        for broken in parser.brokenLines.prefix(Self.maximumProblems) {
            report("\(broken.reason); the line is skipped", line: broken.line)
        }
        let more = parser.brokenLines.count - Self.maximumProblems
        if more > 0 { report("has \(more) more lines that cannot be read; they are skipped") }
    }

    /// The file at `path`, relative to the current directory; nil if there is none.
    ///
    /// A file that cannot be read gives no entries and one problem.
    public static func read(path: String = ".env") -> DotEnv? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return DotEnv(parsing: try readRegularFile(path, maximumSize: maximumSize + 1), path: path)
        } catch {
            var file = DotEnv(parsing: [], path: path)
            file.report("cannot be read: \(error); none of it is used")
            return file
        }
    }

    /// All variables: those of the environment, and where it has none or an empty one, those of the file.
    ///
    /// For ``Telemetry/init(catalog:configuration:exporting:environment:)``, whose providers read variables themselves.
    public func under(_ environment: [String: String]) -> [String: String] {
        environment.merging(entries.mapValues(\.value)) { $0.isEmpty ? $1 : $0 }
    }

    private mutating func report(_ message: String, line: Int? = nil) {
        let place = line.map { "\(path):\($0)" } ?? path
        problems.append(ConfigurationProblem(subject: place, message: "\(place): \(message)"))
    }
}

extension DotEnv: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The path and how many variables there are; never their values.
    public var description: String { "DotEnv(\(path), \(entries.count) variables)" }

    /// The path and how many variables there are; never their values.
    public var debugDescription: String { description }

    /// A mirror of the path and the names alone.
    public var customMirror: Mirror {
        Mirror(self, children: ["path": path, "names": entries.keys.sorted()])
    }
}
