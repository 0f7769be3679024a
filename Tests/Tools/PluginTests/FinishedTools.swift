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

    /// The package's folder, beside what is built. It stays there for the next run.
    static let folder = Repository.products.appending(path: "PluginTests-tools", directoryHint: .isDirectory)

    /// The settings by which a client's target finds the runtime, in the manifest's language.
    let settings: String

    private init() async throws {
        try Self.write("Package.swift", Self.manifest)
        for tool in ["generate-signals", "sigbook"] {
            let path = Repository.products.appending(path: tool).path(percentEncoded: false)
            try #require(FileManager.default.isExecutableFile(atPath: path), "\(tool) is not built")
            try Self.write("Sources/\(tool)/main.c", Self.launcher(of: path))
        }
        try Self.write("Sources/Signalbook/module.modulemap", "module Signalbook { header \"empty.h\" }\n")
        try Self.write("Sources/Signalbook/empty.h", "// The module is the one that is built already.\n")
        let plugins = Repository.folder.appending(path: "Plugins")
        let paths = Self.sources(in: plugins)
        for path in paths {
            // Some are symbolic links out of the folder, so contents are copied.
            let text = try String(contentsOf: plugins.appending(path: path), encoding: .utf8)
            try Self.write("Plugins/" + path, text)
        }
        let copies = Self.folder.appending(path: "Plugins")
        for path in Self.sources(in: copies) where !paths.contains(path) {
            try FileManager.default.removeItem(at: copies.appending(path: path))
        }
        settings = try await Self.settings(
            archive: Self.folder.appending(path: "runtime.a").path(percentEncoded: false))
    }

    private static func sources(in folder: URL) -> [String] {
        let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        return (paths ?? []).filter { $0.hasSuffix(".swift") }
    }

    /// Writes a file, unless it is there with this text: a file that is written again is compiled again.
    private static func write(_ name: String, _ text: String) throws {
        let file = folder.appending(path: name)
        guard (try? String(contentsOf: file, encoding: .utf8)) != text else { return }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
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
            // The folder may still hold the objects of files that are gone.
            let build = products.appending(path: "\(module).build")
            let sources = try String(contentsOf: build.appending(path: "sources"), encoding: .utf8)
            objects += sources.split(separator: "\n").map { source in
                let name = source.split(separator: "/").last.map { $0.filter { $0 != "'" } } ?? ""
                return build.appending(path: "\(name).o").path(percentEncoded: false)
            }
        }
        try? FileManager.default.removeItem(atPath: archive)
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
