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

    /// Runs `sigbook` in the package's folder, and ends with its status.
    private func forward(_ words: [String], context: PluginContext) throws {
        let process = Process()
        process.executableURL = try context.tool(named: "sigbook").url
        process.arguments = words
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit else {
            throw CommandFailure(description: "sigbook was ended by signal \(process.terminationStatus)")
        }
        if process.terminationStatus != 0 { exit(process.terminationStatus) }
    }

    private func generate(_ request: CommandArguments, context: PluginContext) throws {
        let root = context.package.directoryURL
        var places = [root]
        if let name = request.target {
            guard let target = context.package.targets.first(where: { $0.name == name }) else {
                let known = context.package.targets.map(\.name).sorted()
                let near = CommandArguments.nearest(to: name, among: known)
                throw CommandFailure(
                    description: "there is no target \"\(name)\" in this package"
                        + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
            }
            places.insert(target.directoryURL, at: 0)
        }
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
