import Foundation

/// Finds a target's catalog. The plugins only look for files; what is in them is the tool's business.
enum CatalogFiles {
    /// The folder a catalog stands in.
    static let folderName = "schema"

    /// What kept a catalog from being found, in words for whoever reads the build's log.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// A catalog in the file system.
    struct Catalog {
        /// Its files, sorted, so that commands are the same every time.
        var files: [URL] = []
        /// Its `schema` folder, then those below it.
        var folders: [URL] = []
    }

    /// The catalog for one target: that of the first of the folders that is there.
    ///
    /// - Parameters:
    ///   - places: the folders that may have a `schema` folder, most specific first.
    ///   - target: what the catalog is for, to be named when there is none.
    static func find(in places: [URL], for target: String) throws -> Catalog {
        guard let folder = folder(in: places) else {
            let looked = places.map { "\"\(path($0))/\(folderName)\"" }.joined(separator: " and ")
            throw Failure(
                description: "there is no signal catalog for \"\(target)\": looked for the folder \(looked)")
        }
        var catalog = Catalog()
        collect(folder, depth: 0, into: &catalog)
        guard !catalog.files.isEmpty else {
            throw Failure(
                description: "the signal catalog of \"\(target)\" is empty: no .yaml, .yml or .json file in "
                    + "\"\(path(folder))\"")
        }
        catalog.files.sort { path($0).utf8.lexicographicallyPrecedes(path($1).utf8) }
        return catalog
    }

    /// The first `schema` folder that is there.
    static func folder(in places: [URL]) -> URL? {
        places.map { $0.appending(path: folderName, directoryHint: .isDirectory) }.first(where: isFolder)
    }

    /// The names of the Swift files made from catalog files.
    ///
    /// - Parameter root: the package's folder.
    static func outputNames(of files: [URL], root: URL) throws -> [String] {
        let paths = files.map { relativePath(of: $0, to: root) }
        let collisions = OutputName.collisions(among: paths)
        if let collision = collisions.first { throw Failure(description: collision.message) }
        return paths.map(OutputName.of)
    }

    /// A path as the file system has it, without a slash at its end.
    static func path(_ url: URL) -> String {
        let path = url.path(percentEncoded: false)
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// A file's path relative to a folder that it is in; its own path when it is elsewhere.
    static func relativePath(of file: URL, to root: URL) -> String {
        let file = path(file)
        let prefix = path(root) + "/"
        return file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
    }

    /// Collects the files and folders of a catalog, down to ``OutputName/catalogDepth``. Follows symbolic links, as the compiler would.
    private static func collect(_ folder: URL, depth: Int, into catalog: inout Catalog) {
        guard depth < OutputName.catalogDepth else { return }
        catalog.folders.append(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
        for name in names.sorted() where !name.hasPrefix(".") {
            let url = folder.appending(path: name, directoryHint: .notDirectory)
            if isFolder(url) {
                collect(url, depth: depth + 1, into: &catalog)
            } else if OutputName.isCatalogFile(name) {
                catalog.files.append(url)
            }
        }
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path(url), isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}
