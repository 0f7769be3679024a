import Foundation
import TestSupport
import Testing

/// A package that stands in for this one: its plugins are those of this package, its tools and its runtime those that are built already.
///
/// What a plugin does, when a tool runs again and what is compiled again do not depend on who compiled the tools, and compiling them for
/// each test would take most of the time of all tests. The tools are little C programs that run the finished ones. The runtime is a
/// module map without content beside which the compiler finds the Swift module of the same name.
final class FinishedTools: Sendable {
    /// Made once for all tests of a run.
    static let shared = Task { try await FinishedTools() }

    /// The package's folder.
    let folder: TemporaryFolder

    /// The settings by which a client's target finds the runtime, in the manifest's language.
    let settings: String

    private init() async throws {
        folder = try TemporaryFolder()
        try folder.write("Package.swift", Self.manifest)
        for tool in ["generate-signals", "sigbook"] {
            let path = Repository.products.appending(path: tool).path(percentEncoded: false)
            try #require(FileManager.default.isExecutableFile(atPath: path), "\(tool) is not built")
            try folder.write("Sources/\(tool)/main.c", Self.launcher(of: path))
        }
        try folder.write("Sources/Signalbook/module.modulemap", "module Signalbook { header \"empty.h\" }\n")
        try folder.write("Sources/Signalbook/empty.h", "// The module is the one that is built already.\n")
        let plugins = Repository.folder.appending(path: "Plugins")
        for path in try FileManager.default.subpathsOfDirectory(atPath: plugins.path(percentEncoded: false))
        where path.hasSuffix(".swift") {
            // Some are symbolic links out of the folder, so contents are copied.
            let text = try String(contentsOf: plugins.appending(path: path), encoding: .utf8)
            try folder.write("Plugins/" + path, text)
        }
        settings = try await Self.settings(archive: folder.file("runtime.a"))
    }

    private static let manifest = """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "signalbook",
            products: [
                .library(name: "Signalbook", targets: ["Signalbook"]),
                .plugin(name: "GenerateSignals", targets: ["GenerateSignals"]),
                .plugin(name: "SignalbookCommand", targets: ["SignalbookCommand"]),
                .executable(name: "sigbook", targets: ["sigbook"]),
            ],
            targets: [
                .systemLibrary(name: "Signalbook"),
                .executableTarget(name: "generate-signals"),
                .executableTarget(name: "sigbook"),
                .plugin(name: "GenerateSignals", capability: .buildTool(), dependencies: ["generate-signals"]),
                .plugin(
                    name: "SignalbookCommand",
                    capability: .command(intent: .custom(verb: "signals", description: "Signals.")),
                    dependencies: ["generate-signals"]),
            ]
        )

        """

    /// A program that becomes another one. Where that counts its coverage and is not told where to, the counts would be a file in the
    /// folder where it runs.
    private static func launcher(of path: String) -> String {
        """
        #include <stdlib.h>
        #include <unistd.h>
        int main(int count, char **words) {
            setenv("LLVM_PROFILE_FILE", "/dev/null", 0);
            execv("\(path)", words);
            return 127;
        }

        """
    }

    /// Puts the objects of the runtime into an archive, and says how to compile and link with it.
    private static func settings(archive: String) async throws -> String {
        let products = Repository.products
        var objects: [String] = []
        for module in ["Signalbook", "SignalWire", "SignalPattern", "SignalVocabulary"] {
            let build = products.appending(path: "\(module).build").path(percentEncoded: false)
            objects += try FileManager.default.contentsOfDirectory(atPath: build).filter {
                $0.hasSuffix(".o")
            }
            .map { build + "/" + $0 }
        }
        let archiver = try await ChildProcess.run(["ar", "rcs", archive] + objects, in: products)
        try #require(archiver.status == 0, "\(archiver.text)")
        let modules = products.appending(path: "Modules").path(percentEncoded: false)
        // An object that counts its coverage needs the library that keeps the counts.
        let isCounting =
            try Data(contentsOf: URL(filePath: archive)).range(of: Data("__llvm_profile".utf8)) != nil
        let profile = isCounting ? ", \"-profile-generate\"" : ""
        return """
            swiftSettings: [.unsafeFlags(["-I", "\(modules)"])],
            linkerSettings: [.unsafeFlags(["\(archive)"\(profile)])],
            """
    }
}
