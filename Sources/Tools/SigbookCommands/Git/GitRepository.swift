#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif
import CatalogModel
import SwiftEmitter

/// A git repository, read by git's plumbing alone: neither the work tree nor the index is looked at or touched.
struct GitRepository {
    /// The folder in which git is run.
    private let folder: String
    /// The repository's top folder, without symbolic links.
    private let top: String

    /// The repository that a folder is in.
    ///
    /// Fails with a ``CommandFailure`` when it is in none, or when there is no git.
    init(around folder: String) async throws(CommandFailure) {
        self.folder = folder
        let result = try await Self.git(["rev-parse", "--show-toplevel"], in: folder)
        guard result.status == 0, let line = Self.lines(result.output).first, !line.isEmpty else {
            throw CommandFailure(
                "\"\(folder)\" is in no git work tree", hint: Self.words(result.error), status: .findings)
        }
        top = line
    }

    /// The catalog files at these paths, as they were at a revision.
    ///
    /// - Parameters:
    ///   - revision: what git takes for a commit, such as `main` or `HEAD~1`.
    ///   - paths: files and folders, as the command line gives them.
    ///   - place: the path of a given one in the file system.
    /// - Returns: the files, whose paths are `revision:path`, with the paths as they were given.
    func sources(
        at revision: String, paths: [String], place: (String) -> String
    ) async throws(CommandFailure) -> [CatalogSource] {
        let commit = try await commit(revision)
        var objects: [(path: String, object: String)] = []
        var known: Set<String> = []
        for path in paths {
            let inside = try repositoryPath(of: place(path), shown: path)
            let entries = try await catalogFiles(of: commit, at: inside)
            if entries.isEmpty {
                throw CommandFailure(
                    "there is no catalog at \"\(path)\" in \"\(revision)\"",
                    hint: "name another path there with git:\(revision):PATH",
                    status: .findings)
            }
            for entry in entries where known.insert(entry.path).inserted {
                let rest = inside.isEmpty ? "/" + entry.path : String(entry.path.dropFirst(inside.count))
                let shown = path == "." ? String(rest.dropFirst()) : path + rest
                objects.append((revision + ":" + shown, entry.object))
            }
        }
        return try await read(objects)
    }

    // MARK: steps

    private func commit(_ revision: String) async throws(CommandFailure) -> String {
        // What begins with a dash would be an option to some versions of git, and a colon would name a file.
        let isSound =
            !revision.isEmpty && !revision.hasPrefix("-")
            && revision.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x3A }
        guard isSound else {
            throw CommandFailure(
                "\(Quoted.text(revision)) is no git revision",
                hint: "write git:REF, such as git:main or git:HEAD~1")
        }
        let result = try await Self.git(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], in: folder)
        guard result.status == 0, let id = Self.lines(result.output).first, Self.isObject(id) else {
            throw CommandFailure(
                "git knows no revision \(Quoted.text(revision))",
                hint: "a shallow clone has no history; fetch the branch first", status: .findings)
        }
        return id
    }

    /// A place as a path within the repository; empty for its top.
    private func repositoryPath(of place: String, shown path: String) throws(CommandFailure) -> String {
        let absolute = Self.real(place)
        if absolute == top { return "" }
        guard absolute.hasPrefix(top == "/" ? "/" : top + "/") else {
            throw CommandFailure(
                "\"\(path)\" is not in the git repository at \"\(top)\"", status: .findings)
        }
        return String(absolute.dropFirst(top == "/" ? 1 : top.count + 1))
    }

    /// The path without symbolic links, `.` and `..`. What is gone from the disk may still be in the revision, so that only the folder
    /// it stood in needs to be there, or one above.
    private static func real(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let (folder, name) = Files.split(path)
        if folder == path || folder == "." || name == ".." { return path }
        if name.isEmpty || name == "." { return real(folder) }
        let above = real(folder)
        return above == "/" ? "/" + name : above + "/" + name
    }

    private func catalogFiles(
        of commit: String, at path: String
    ) async throws(CommandFailure) -> [(path: String, object: String)] {
        let result = try await Self.git(
            ["ls-tree", "-r", "-z", "--full-tree", commit, "--"] + (path.isEmpty ? [] : [path]), in: folder)
        guard result.status == 0 else {
            throw CommandFailure(
                "git cannot list \"\(path)\"", hint: Self.words(result.error), status: .findings)
        }
        var files: [(path: String, object: String)] = []
        var links: [(path: String, index: Int)] = []
        for line in result.output.split(separator: 0) {
            // Mode, type and object with spaces between, a tab, the path.
            guard let tab = line.firstIndex(of: 0x09) else { continue }
            let fields = line[..<tab].split(separator: 0x20)
            guard fields.count == 3 else { continue }
            let name = String(decoding: line[line.index(after: tab)...], as: UTF8.self)
            let isLink = fields[0].elementsEqual("120000".utf8)
            guard isLink || fields[0].starts(with: "100".utf8), name == path || isSearched(name, below: path)
            else { continue }
            let isFile = name == path || SwiftEmitter.isCatalogFile(Files.split(name).name)
            if isLink { links.append((name, isFile ? files.count : -1)) }
            if isFile { files.append((name, String(decoding: fields[2], as: UTF8.self))) }
        }
        if links.isEmpty { return files }
        for (link, target) in zip(links, try await targets(of: links.map(\.path), in: commit)) {
            switch target {
            case .file(let object): if link.index >= 0 { files[link.index].object = object }
            // As in a folder of the file system, a link that is called no catalog file and leads to no folder is none.
            case .nothing where link.index < 0: continue
            case .nothing, .folder, .outside:
                throw CommandFailure(
                    "cannot read the link \"\(link.path)\" of the revision: it leads to \(target.words)",
                    hint: "a link in git is followed to files of the repository alone", status: .findings)
            }
        }
        return files
    }

    /// Whether a catalog's folder would be searched down to a file or a link below it.
    private func isSearched(_ name: String, below folder: String) -> Bool {
        let rest = folder.isEmpty ? Substring(name) : name.dropFirst(folder.count + 1)
        let parts = rest.split(separator: "/")
        return parts.count <= SwiftEmitter.catalogDepth && !parts.contains { $0.hasPrefix(".") }
    }

    /// What a symbolic link of a revision leads to.
    private enum LinkTarget {
        case file(object: String)
        case folder
        case outside(path: String)
        /// Nothing that is there, or itself.
        case nothing

        /// The target, in words that stand behind "leads to"; empty for a file.
        var words: String {
            switch self {
            case .file: ""
            case .folder: "a folder"
            case .outside(let path): "\(Quoted.text(path)), outside of the repository"
            case .nothing: "no file of the revision"
            }
        }
    }

    /// What links of a revision lead to, through further links if need be; git bounds how many.
    private func targets(of links: [String], in commit: String) async throws(CommandFailure) -> [LinkTarget] {
        // A request is a line.
        if let link = links.first(where: { $0.utf8.contains(0x0A) }) {
            throw CommandFailure("git cannot read \(Quoted.text(link))", status: .findings)
        }
        let requests = links.map { commit + ":" + $0 + "\n" }.joined()
        let result = try await Self.git(
            ["cat-file", "--batch-check", "--follow-symlinks"], in: folder, input: Array(requests.utf8))
        var bytes = result.output[...]
        var targets: [LinkTarget] = []
        for link in links {
            // The object's name, its type and its size, and a line feed; or a word and a size, a line feed, as many bytes, a line feed.
            guard let end = bytes.firstIndex(of: 0x0A) else {
                throw CommandFailure(
                    "git cannot read \(Quoted.text(link))", hint: Self.words(result.error), status: .findings)
            }
            let fields = bytes[..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            bytes = bytes[(end + 1)...]
            if fields.count == 3, Self.isObject(fields[0]) {
                targets.append(fields[1] == "blob" ? .file(object: fields[0]) : .folder)
            } else if fields.count == 2, let size = Int(fields[1]), size >= 0, size < bytes.count {
                let path = String(decoding: bytes.prefix(size), as: UTF8.self)
                targets.append(fields[0] == "symlink" ? .outside(path: path) : .nothing)
                bytes = bytes.dropFirst(size + 1)
            } else {
                targets.append(.nothing)
            }
        }
        return targets
    }

    private func read(_ files: [(path: String, object: String)]) async throws(CommandFailure)
        -> [CatalogSource]
    {
        let requests = files.map { $0.object + "\n" }.joined()
        let result = try await Self.git(["cat-file", "--batch"], in: folder, input: Array(requests.utf8))
        let bytes = result.output
        var sources: [CatalogSource] = []
        var index = 0
        for file in files {
            // The object's name, its type and its size, a line feed, as many bytes, a line feed.
            let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let fields = bytes[index..<end].split(separator: 0x20)
            guard fields.count == 3, let count = Int(String(decoding: fields[2], as: UTF8.self)), count >= 0,
                count < bytes.count - end
            else {
                throw CommandFailure(
                    "git cannot read \"\(file.path)\"", hint: Self.words(result.error), status: .findings)
            }
            sources.append(CatalogSource(path: file.path, bytes: Array(bytes[end + 1..<end + 1 + count])))
            index = min(end + 2 + count, bytes.count)
        }
        return sources
    }

    // MARK: git

    private static func git(
        _ arguments: [String], in folder: String, input: [UInt8] = []
    ) async throws(CommandFailure) -> ChildProcess {
        do throws(ChildProcess.Failure) {
            return try await ChildProcess.run(["git", "-C", folder] + arguments, input: input)
        } catch {
            throw CommandFailure(
                error.isMissing ? "there is no program \"git\"" : "cannot run git: \(error.reason)",
                status: .findings)
        }
    }

    private static func lines(_ output: [UInt8]) -> [String] {
        output.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// What git said, on one line; nil when it said nothing.
    private static func words(_ error: [UInt8]) -> String? {
        guard let line = lines(error).first, !line.isEmpty else { return nil }
        return "git says " + Quoted.text(line)
    }

    private static func isObject(_ text: String) -> Bool {
        text.utf8.count >= 40 && text.utf8.allSatisfy { ($0 > 0x2F && $0 < 0x3A) || ($0 > 0x60 && $0 < 0x67) }
    }
}
