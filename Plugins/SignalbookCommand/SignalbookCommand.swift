import Foundation
import PackagePlugin

/// `swift package signals …`: the generated Swift for teams that commit it, and all that `sigbook` does.
@main struct SignalbookCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        switch CommandArguments.parse(arguments) {
        case .help:
            print(CommandArguments.help)
        case .misuse(let mistake):
            Diagnostics.error(mistake)
            throw CommandFailure(description: "see swift package signals --help")
        case .generate(let request):
            try generate(request, context: context)
        case .forward(let words):
            try forward(words, context: context)
        }
    }

    /// What `sigbook` ends with when it is not used as it should be: for whichever catalog.
    private static let usage: Int32 = 64

    /// Runs `sigbook` in the package's folder, for each of the catalogs that are meant, and ends with the worst status. A mistake in the
    /// words is told once.
    private func forward(_ words: [String], context: PluginContext) throws {
        let command = try ForwardedCommand(words)
        let catalogs = PackageCatalogs(of: context.package)
        var worst: Int32 = 0
        let runs = try command.runs(in: catalogs)
        let sigbook = try builtSigbook()
        for run in runs {
            if runs.count > 1, let catalog = run.catalog {
                FileHandle.standardError.write(Data("\(catalog):\n".utf8))
            }
            worst = max(worst, try self.run(sigbook, run.words, context: context))
            if worst == Self.usage { break }
        }
        if worst != 0 { exit(worst) }
    }

    /// Builds `sigbook` in the package's own build folder, where its modules are those that the package's targets use too.
    ///
    /// NOTE: As a dependency of the plugin it would be built with every `swift build` of every user, and once more for the host: half of
    /// a build's work, for a command that most builds do not run (seen with SwiftPM 6.3).
    private func builtSigbook() throws -> URL {
        var parameters = PackageManager.BuildParameters()
        parameters.configuration = .inherit
        let result = try packageManager.build(.product("sigbook"), parameters: parameters)
        let program = result.builtArtifacts.first {
            $0.kind == .executable && $0.url.deletingPathExtension().lastPathComponent == "sigbook"
        }
        guard result.succeeded, let program else {
            FileHandle.standardError.write(Data(result.logText.utf8))
            throw CommandFailure(description: "sigbook could not be built")
        }
        return program.url
    }

    private func run(_ sigbook: URL, _ words: [String], context: PluginContext) throws -> Int32 {
        let process = Process()
        process.executableURL = sigbook
        process.arguments = words
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit else {
            throw CommandFailure(description: "sigbook was ended by signal \(process.terminationStatus)")
        }
        return process.terminationStatus
    }

    private func generate(_ request: CommandArguments, context: PluginContext) throws {
        let root = context.package.directoryURL
        let catalogs = PackageCatalogs(of: context.package)
        let places = try request.target.map(catalogs.places) ?? [root]
        let files = try CatalogFiles.find(in: places, for: request.target ?? context.package.displayName)
            .files
        let output = URL(
            filePath: request.output, directoryHint: .isDirectory, relativeTo: root)
        let process = Process()
        process.executableURL = try context.tool(named: "generate-signals").url
        process.arguments =
            ["--output", CatalogFiles.path(output.absoluteURL), "--root", CatalogFiles.path(root)]
            + (request.checks ? ["--check"] : []) + ["--"] + files.map(CatalogFiles.path)
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw CommandFailure(
                description: request.checks
                    ? "the generated Swift in \"\(request.output)\" is not what the catalog gives"
                    : "the Swift of the catalog was not generated")
        }
    }
}

/// Why the command did not do what was asked for.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
}
