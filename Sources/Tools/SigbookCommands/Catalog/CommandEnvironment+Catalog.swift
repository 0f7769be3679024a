package import CatalogModel
import SwiftEmitter

extension CommandEnvironment {
    /// The catalog files that ``OptionDefinition/catalog`` names: files as given, and those in folders as the build plugin looks for
    /// them (`.yaml`, `.yml`, `.json`, no hidden ones, eight folders deep), sorted; with `git:REF` as they were at that revision.
    ///
    /// Fails with a ``CommandFailure`` when the file or folder does not exist, or is empty.
    package func loadSources(_ arguments: ParsedArguments) async throws -> [CatalogSource] {
        var sources: [CatalogSource] = []
        var known: Set<String> = []
        for place in CatalogPlace.given(arguments) {
            sources += try await loadSources(at: place, paths: [place.path]).filter {
                known.insert($0.path).inserted
            }
        }
        return sources
    }

    /// The same for commands that write to these files, and therefore refuse revisions.
    ///
    /// - Parameter command: the command that writes, such as `fmt`.
    func loadSourcesToWrite(_ arguments: ParsedArguments, by command: String) throws -> [CatalogSource] {
        try CatalogPlace.refuseRevisions(arguments, by: command)
        return try loadSources(at: arguments.values(OptionDefinition.catalog.name))
    }

    /// What to do when there is no catalog.
    package static let missingCatalogHint =
        "name its folder with --catalog PATH, or begin one with 'sigbook init'"

    /// The catalog files at the given paths, as ``loadSources(_:)`` finds them; `hint` says what to do when there are none.
    package func loadSources(
        at paths: [String], hint: String = missingCatalogHint
    ) throws -> [CatalogSource] {
        var sources: [CatalogSource] = []
        var known: Set<String> = []
        for given in paths {
            for path in try catalogFiles(at: Files.cleaned(given), hint: hint)
            where known.insert(path).inserted {
                sources.append(CatalogSource(path: path, bytes: try readFile(path)))
            }
        }
        return sources
    }

    /// The files of another version of the catalog: those at a path, those at a path of a revision (`git:REF:PATH`), or with `git:REF`
    /// those that ``OptionDefinition/catalog`` names as they were at that revision.
    func loadSources(
        ofVersion version: String, _ arguments: ParsedArguments
    ) async throws -> [CatalogSource] {
        let place = CatalogPlace(version)
        let named = CatalogPlace.given(arguments).map(\.path)
        if case .revision(_, nil) = place { return try await loadSources(at: place, paths: named) }
        return try await loadSources(
            at: place, paths: [place.path], hint: "name a folder, a file, or a revision as git:REF")
    }

    /// The files at paths in the file system or, where a place is a revision, as they were then.
    func loadSources(
        at place: CatalogPlace, paths: [String], hint: String = missingCatalogHint
    ) async throws -> [CatalogSource] {
        guard case .revision(let revision, _) = place else { return try loadSources(at: paths, hint: hint) }
        let repository = try await GitRepository(around: workingDirectory)
        return try await repository.sources(at: revision, paths: paths, place: resolve)
    }

    /// The catalog that ``OptionDefinition/catalog`` names, read and resolved, with all that is wrong with it.
    ///
    /// Fails like ``loadSources(_:)``. A catalog with errors is not a failure; the result has no catalog then.
    package func loadCatalog(
        _ arguments: ParsedArguments
    ) async throws -> (sources: [CatalogSource], result: CatalogResult) {
        let sources = try await loadSources(arguments)
        return (sources, CatalogLoader.load(sources))
    }

    private func catalogFiles(at path: String, hint: String) throws(CommandFailure) -> [String] {
        let place = resolve(path)
        guard Files.isFolder(place) else {
            guard Files.exists(place) else {
                throw CommandFailure(
                    "there is no catalog at \"\(path)\"", hint: hint, status: .findings)
            }
            try refuseSpecial([path])
            return [path]
        }
        let files = Files.catalogFiles(below: place).map { shown($0, below: path) }
        try refuseSpecial(files)
        if files.isEmpty {
            throw CommandFailure(
                "the catalog \"\(path)\" is empty", hint: "expected .yaml, .yml or .json files in it",
                status: .findings)
        }
        return files
    }

    /// Fails when one of the files is a pipe or a device: reading it might never end.
    func refuseSpecial(_ files: [String]) throws(CommandFailure) {
        guard let special = files.first(where: { Files.isSpecial(resolve($0)) }) else { return }
        throw CommandFailure("cannot read \"\(special)\": it is no plain file", status: .findings)
    }

    /// Whether a file that does not exist yet would be read with one of `folders` once it is written.
    func isCatalogFile(_ path: String, ofFolders folders: [String]) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last, !parts.contains(".."), SwiftEmitter.isCatalogFile(String(name)) else {
            return false
        }
        let place = resolve(path)
        return folders.contains { folder in
            let folder = resolve(folder)
            return place.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") && Files.isFolder(folder)
        }
    }
}
