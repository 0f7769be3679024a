import CatalogDocuments

/// A folder that a command fills with files it makes: written, or compared with what it would write.
///
/// It replaces and removes nothing that does not carry the command's mark, and nothing in folders where the command writes nothing.
struct GeneratedFolder {
    /// The folder, as it was given.
    let path: String
    /// What belongs into it.
    let files: [RenderedFile]
    /// The mark of the command.
    let mark: GeneratedMark
    /// The folders in it that the command may have written into, beside those of the files.
    private let folders: Set<String>
    private let environment: CommandEnvironment

    /// What is wrong with a file of the folder.
    struct Difference: Equatable {
        enum Kind: String {
            case missing = "is missing"
            case different = "is not what the catalog gives"
            case stale = "is not made from the catalog any more"
        }

        var path: String
        var kind: Kind
    }

    /// A folder for the files of a renderer.
    init(
        _ path: String, _ files: [RenderedFile], of renderer: any CatalogRenderer.Type,
        in environment: CommandEnvironment
    ) {
        self.init(path, files, mark: renderer.mark, folders: renderer.folders, in: environment)
    }

    init(
        _ path: String, _ files: [RenderedFile], mark: GeneratedMark, folders: Set<String> = [""],
        in environment: CommandEnvironment
    ) {
        self.path = Files.withoutEndSlashes(path)
        self.files = files
        self.mark = mark
        self.folders = folders
        self.environment = environment
    }

    /// Writes what differs, removes what is stale, and says how much that was.
    ///
    /// Fails before it writes anything when a file of another origin stands in the way.
    func write() throws {
        for file in files {
            let place = self.place(of: file.path)
            guard Files.exists(environment.resolve(place)) else { continue }
            guard mark.isOn(try environment.readFile(place)) else {
                throw CommandFailure(
                    "\"\(place)\" was not made by sigbook \(mark.rawValue), and is not replaced",
                    hint: "choose another folder, or remove the file", status: .findings)
            }
        }
        for file in files { try environment.writeFile(place(of: file.path), file.bytes) }
        let stale = self.stale()
        for file in stale {
            do throws(Files.Failure) {
                try Files.remove(environment.resolve(file))
            } catch {
                throw CommandFailure("cannot remove \"\(file)\": \(error.reason)", status: .findings)
            }
        }
        let removed = stale.isEmpty ? "" : ", removed \(stale.count)"
        environment.note("\(files.count) \(files.count == 1 ? "file" : "files") in \"\(path)\"\(removed)\n")
    }

    /// Writes to the output what differs, and hands back the status for that.
    func check() throws -> ExitStatus {
        let differences = try self.differences()
        for difference in differences {
            environment.write("\(difference.path) \(difference.kind.rawValue)\n")
        }
        return differences.isEmpty ? .success : .findings
    }

    /// What differs, in the order of the files, and then what is stale.
    func differences() throws -> [Difference] {
        var differences: [Difference] = []
        for file in files {
            let place = self.place(of: file.path)
            if !Files.exists(environment.resolve(place)) {
                differences.append(Difference(path: place, kind: .missing))
            } else if try environment.readFile(place) != file.bytes {
                differences.append(Difference(path: place, kind: .different))
            }
        }
        return differences + stale().map { Difference(path: $0, kind: .stale) }
    }

    /// The files that the command made once and does not make any more.
    private func stale() -> [String] {
        let current = Set(files.map(\.path))
        let endings = Set(files.map { Self.ending(of: $0.path) })
        let folders = Set(files.map { Self.folder(of: $0.path) }).union(folders).sorted()
        var stale: [String] = []
        for folder in folders {
            for name in Files.names(in: environment.resolve(place(of: folder)))
            where endings.contains(Self.ending(of: name)) {
                let file = folder.isEmpty ? name : folder + "/" + name
                let place = self.place(of: file)
                guard !current.contains(file), !Files.isFolder(environment.resolve(place)),
                    let bytes = try? environment.readFile(place), mark.isOn(bytes)
                else { continue }
                stale.append(place)
            }
        }
        return stale
    }

    private func place(of file: String) -> String { file.isEmpty ? path : path + "/" + file }

    private static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
    }

    private static func ending(of file: String) -> String {
        file.lastIndex(of: ".").map { String(file[$0...]) } ?? ""
    }
}
