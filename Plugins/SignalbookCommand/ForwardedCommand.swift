/// A command line for `sigbook`, before it is known which catalogs it is about.
struct ForwardedCommand {
    /// One run of `sigbook`.
    struct Run {
        /// Its arguments.
        var words: [String]
        /// The catalog that it is about, where that was found and not given.
        var catalog: String?
    }

    private let command: String
    /// What stands behind the command, without `--target`.
    private var rest: [String] = []
    private var target: String?
    /// Whether it takes a catalog and none is given.
    private var wantsCatalog: Bool

    /// Reads the words behind `signals`, of which there is one at least.
    ///
    /// Fails with a ``CommandFailure`` when `--target` has no value, or stands beside a `--catalog`.
    init(_ words: [String]) throws {
        command = words.first ?? ""
        wantsCatalog = [CatalogUse.forEach, CatalogUse.forOne, CatalogUse.making].contains {
            $0.contains(words.first ?? "")
        }
        guard wantsCatalog else {
            rest = Array(words.dropFirst())
            return
        }
        var left = words.dropFirst()
        var givesCatalog = false
        while let word = left.popFirst() {
            if word == "--" {
                rest += [word] + left
                break
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            switch parts.first ?? "" {
            case "--target":
                target = parts.count > 1 ? String(parts[1]) : left.popFirst()
                guard let target, !target.isEmpty else {
                    throw CommandFailure(description: "--target needs a value")
                }
            case "--catalog", "--help", "-h":
                givesCatalog = givesCatalog || parts[0] == "--catalog"
                wantsCatalog = false
                rest.append(word)
            default: rest.append(word)
            }
        }
        if givesCatalog, target != nil {
            throw CommandFailure(
                description: "--target and --catalog both say which catalog is meant; give one of them")
        }
    }

    /// How `sigbook` is run for the catalogs of a package: once as it is where one is given, or none is found, for it says so best.
    ///
    /// Fails with a ``CommandFailure`` or a ``CatalogFiles/Failure`` when it is not plain which catalog is meant.
    func runs(in catalogs: PackageCatalogs) throws -> [Run] {
        guard wantsCatalog else { return [Run(words: [command] + rest)] }
        if CatalogUse.making.contains(command) {
            return [try target.map { run(try catalogs.newFolder(of: $0)) } ?? Run(words: [command] + rest)]
        }
        if let target { return [run(try catalogs.folder(of: target))] }
        let folders = catalogs.folders()
        if folders.isEmpty { return [Run(words: [command] + rest)] }
        guard folders.count == 1 || CatalogUse.forEach.contains(command) && !writesOneDocument else {
            let list = folders.map { "\"\($0)\"" }.joined(separator: ", ")
            throw CommandFailure(
                description:
                    "this package has several catalogs, \(list); choose one with --target NAME or --catalog PATH"
            )
        }
        return folders.map(run)
    }

    private func run(_ folder: String) -> Run {
        Run(words: [command, "--catalog", folder] + rest, catalog: folder)
    }

    /// Whether the result is a document of its own, of which a second one cannot stand behind the first.
    private var writesOneDocument: Bool {
        let documents = ["json", "sarif"]
        return zip(rest, rest.dropFirst()).contains { $0 == "--format" && documents.contains($1) }
            || rest.contains { word in documents.contains { word == "--format=" + $0 } }
    }
}
