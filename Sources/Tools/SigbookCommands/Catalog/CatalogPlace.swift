import CatalogModel

/// Where a catalog is, or a part of one: in the file system, or in git.
enum CatalogPlace {
    /// A file or a folder.
    case path(String)
    /// A path at a revision; without a path, the one where the command looks by default.
    case revision(String, path: String?)

    /// What the words `PATH`, `git:REF` and `git:REF:PATH` on a command line mean. A path is relative to the working directory, in git
    /// too; a file whose name begins so is `./git:…`.
    init(_ text: String) {
        guard text.hasPrefix("git:") else {
            self = .path(Files.cleaned(text))
            return
        }
        let revision = text.dropFirst(4)
        // A revision has no colon in its name (git-check-ref-format); git itself has a path after the colon.
        if let colon = revision.firstIndex(of: ":"), revision.index(after: colon) < revision.endIndex {
            let path = String(revision[revision.index(after: colon)...])
            self = .revision(String(revision[..<colon]), path: Files.cleaned(path))
        } else {
            self = .revision(String(revision), path: nil)
        }
    }

    /// The places that ``OptionDefinition/catalog`` names.
    static func given(_ arguments: ParsedArguments) -> [CatalogPlace] {
        arguments.values(OptionDefinition.catalog.name).map { CatalogPlace($0) }
    }

    /// Fails with a usage error when ``OptionDefinition/catalog`` names a revision, which nothing can be written to.
    ///
    /// - Parameter command: what writes, such as `fmt`.
    static func refuseRevisions(_ arguments: ParsedArguments, by command: String) throws(CommandFailure) {
        for text in arguments.values(OptionDefinition.catalog.name) {
            guard case .revision = CatalogPlace(text) else { continue }
            throw CommandFailure(
                "\(command) writes to the catalog, and \(Quoted.text(text)) is a revision of it",
                hint: "name a folder or a file with --catalog PATH")
        }
    }

    /// The path, in git or not; the default one when only a revision is given.
    var path: String {
        switch self {
        case .path(let path): path
        case .revision(_, let path):
            path ?? OptionDefinition.catalog.defaultValue.map(Files.cleaned) ?? "."
        }
    }

    /// The revision with the colon that separates it from the paths of files read from it; empty for the file system.
    var prefix: String {
        switch self {
        case .path: ""
        case .revision(let revision, _): revision + ":"
        }
    }
}
