import Foundation
import PackagePlugin

/// Turns the catalog in a target's or a package's `schema` folder into Swift, whenever the catalog changes.
@main struct GenerateSignals: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let places = [target.directoryURL, root]
        return try watch(places, for: target)
            + commands(
                for: target.name, places: places, root: root,
                tool: context.tool(named: "generate-signals").url, output: context.pluginWorkDirectoryURL)
    }

    /// A command that does nothing, for the sake of what SwiftPM does because of it.
    ///
    /// NOTE: SwiftPM asks plugins anew only when the files in its targets' folders change, or those in the output folder of a
    /// prebuild command. Without one, a catalog file added to a package's `schema` folder would go unnoticed, and one
    /// removed would break the build. Seen with SwiftPM 6.3.
    private func watch(_ places: [URL], for target: any Target) -> [Command] {
        guard let folder = CatalogFiles.folder(in: places) else { return [] }
        let inTarget = CatalogFiles.path(target.directoryURL) + "/"
        if CatalogFiles.path(folder).hasPrefix(inTarget) { return [] }
        return [
            .prebuildCommand(
                displayName: "Watching the catalog of \(target.name)",
                executable: URL(filePath: "/usr/bin/true"),
                arguments: [], outputFilesDirectory: folder)
        ]
    }

    /// The one command that makes all of a target's Swift.
    ///
    /// It is one, not one a file, because files refer to each other; and its outputs are known from the files' names alone.
    private func commands(
        for target: String, places: [URL], root: URL, tool: URL, output: URL
    ) throws -> [Command] {
        let files: [URL]
        let names: [String]
        do {
            files = try CatalogFiles.find(in: places, for: target)
            names = try CatalogFiles.outputNames(of: files, root: root)
        } catch let failure as CatalogFiles.Failure {
            Diagnostics.error(failure.description)
            return []
        }
        return [
            .buildCommand(
                displayName: "Generating signals for \(target)",
                executable: tool,
                arguments: ["--output", CatalogFiles.path(output), "--root", CatalogFiles.path(root), "--"]
                    + files.map(CatalogFiles.path),
                inputFiles: files,
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
