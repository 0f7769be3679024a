import Foundation
import PackagePlugin

/// The catalogs that `GenerateSignals` takes for the targets of a package.
struct PackageCatalogs {
    private let package: Package

    /// Those of the given package.
    init(of package: Package) { self.package = package }

    /// The package's folder.
    var root: URL { package.directoryURL }

    /// Where a target's catalog is looked for, most specific first.
    ///
    /// Fails with a ``CommandFailure`` when there is no such target.
    func places(of target: String) throws -> [URL] {
        guard let found = package.targets.first(where: { $0.name == target }) else {
            let near = CommandArguments.nearest(to: target, among: package.targets.map(\.name).sorted())
            throw CommandFailure(
                description: "there is no target \"\(target)\" in this package"
                    + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        }
        return [found.directoryURL, root]
    }

    /// The folder of a target's catalog, relative to the package.
    func folder(of target: String) throws -> String {
        let catalog = try CatalogFiles.find(in: places(of: target), for: target)
        return CatalogFiles.relativePath(of: catalog.folders[0], to: root)
    }

    /// The folder for a target's own catalog, whether it is there or not, relative to the package.
    func newFolder(of target: String) throws -> String {
        let folder = try places(of: target)[0].appending(
            path: CatalogFiles.folderName, directoryHint: .isDirectory)
        return CatalogFiles.relativePath(of: folder, to: root)
    }

    /// The folders of all catalogs that hold a file, relative to the package, each once: that of the package, then those of targets.
    ///
    /// A command plugin is not told which targets use another plugin. What is generated imports `Signalbook`, so that the `schema` of a
    /// target that does not depend on it is something else.
    func folders() -> [String] {
        let users = package.targets.filter { target in
            target.sourceModule != nil
                && target.recursiveTargetDependencies.contains { $0.name == "Signalbook" }
        }
        let folders = users.compactMap { CatalogFiles.folder(in: [$0.directoryURL, root]) }
        let paths = Set(folders + [CatalogFiles.folder(in: [root])].compactMap { $0 }).filter { folder in
            let catalog = try? CatalogFiles.find(in: [folder.deletingLastPathComponent()], for: "")
            return catalog != nil
        }.map { CatalogFiles.relativePath(of: $0, to: root) }
        return paths.sorted { ($0.utf8.count { $0 == 0x2F }, $0) < ($1.utf8.count { $0 == 0x2F }, $1) }
    }
}
