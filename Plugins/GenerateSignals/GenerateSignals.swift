import Foundation
import PackagePlugin

/// Turns the catalog in a target's or a package's `schema` folder into Swift, whenever the catalog changes.
@main struct GenerateSignals: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let places = [target.directoryURL, root]
        return try commands(
            for: target.name, places: places, root: root,
            tool: context.tool(named: "generate-signals").url, output: context.pluginWorkDirectoryURL)
    }

    /// The one command that makes all of a target's Swift.
    ///
    /// It is one, not one a file, because files refer to each other; and its outputs are known from the files' names alone.
    ///
    /// NOTE: The native build system asks plugins anew only when the package's manifest or a target's own folder changes, so a file
    /// added to the package's `schema` folder is in no command it knows. The folders are inputs too, so that the command runs then, and
    /// the tool is told which folder has to be complete, so that it fails and says what to do. (The folder as the output of a prebuild
    /// command would be watched, but would make resources of the target of all that is in it.) Seen with SwiftPM 6.3.
    private func commands(
        for target: String, places: [URL], root: URL, tool: URL, output: URL
    ) throws -> [Command] {
        let catalog: CatalogFiles.Catalog
        let names: [String]
        do {
            catalog = try CatalogFiles.find(in: places, for: target)
            names = try CatalogFiles.outputNames(of: catalog.files, root: root)
        } catch let failure as CatalogFiles.Failure {
            Diagnostics.error(failure.description)
            return []
        }
        return [
            .buildCommand(
                displayName: "Generating signals for \(target)",
                executable: tool,
                arguments: [
                    "--output", CatalogFiles.path(output), "--root", CatalogFiles.path(root), "--complete",
                    CatalogFiles.path(catalog.folders[0]), "--",
                ] + catalog.files.map(CatalogFiles.path),
                inputFiles: catalog.files + catalog.folders,
                outputFiles: names.map { output.appending(path: $0, directoryHint: .notDirectory) })
        ]
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension GenerateSignals: XcodeBuildToolPlugin {
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let root = context.xcodeProject.directoryURL
            // A target of a project has no folder; by custom it is the one that has the target's name.
            let folder = root.appending(path: target.displayName, directoryHint: .isDirectory)
            return try commands(
                for: target.displayName, places: [folder, root], root: root,
                tool: context.tool(named: "generate-signals").url, output: context.pluginWorkDirectoryURL)
        }
    }
#endif
