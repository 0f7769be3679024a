import Foundation

/// How long the compiler takes for what 1,000 events generate, beyond what an empty target takes.
enum CompileBenchmark {
    private static let events = 1_000

    static func run() throws {
        let tool = builtProgram("generate-signals")
        let work = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-compile-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        let sources = work.appending(path: "Sources/App")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try Data(manifest.utf8).write(to: work.appending(path: "Package.swift"))
        let main = sources.appending(path: "App.swift")
        print("\ncompile: \(events) events of six properties in files of fifty, internal access, s\n")
        for (title, hasEnums) in [("no enumeration", false), ("one in each event", true)] {
            let files = try SyntheticCatalog.write(
                events: events, hasEnums: hasEnums, to: work.appending(path: "schema-\(hasEnums)"))
            for configuration in ["debug", "release"] {
                try removeSources(in: sources, but: main)
                try Data("import Signalbook\n".utf8).write(to: main)
                let build = ["build", "-c", configuration]
                _ = try swift(build, in: work)
                guard spawn([tool, "--output", sources.path] + files.map(\.path)) != nil else {
                    stop("generate-signals failed")
                }
                let time = try swift(build, in: work).duration.milliseconds
                print(
                    title.padding(toLength: 20, withPad: " ", startingAt: 0)
                        + configuration.padding(toLength: 9, withPad: " ", startingAt: 0)
                        + "\(format(time / 1000))   (\(format(time / Double(events))) ms an event)")
            }
        }
    }

    private static func removeSources(in folder: URL, but kept: URL) throws {
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.lastPathComponent != kept.lastPathComponent {
            try FileManager.default.removeItem(at: file)
        }
    }

    private static let manifest = """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "app", platforms: [.macOS(.v15)],
            dependencies: [.package(name: "signalbook", path: "\(packageDirectory.path)")],
            targets: [.target(name: "App", dependencies: [.product(name: "Signalbook", package: "signalbook")])],
            swiftLanguageModes: [.v6])

        """
}
