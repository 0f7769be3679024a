import Foundation

/// How long the compiler takes for what 1,000 events generate, and for one enumeration of 1,000 values, beyond what an empty target
/// takes.
enum CompileBenchmark {
    private static let events = 1_000
    private static let values = 1_000

    static func run() throws {
        let work = FileManager.default.temporaryDirectory.appending(
            path: "signalbook-compile-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        let sources = work.appending(path: "Sources/App")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try Data(manifest.utf8).write(to: work.appending(path: "Package.swift"))
        print("\ncompile: \(events) events of six properties in files of fifty, internal access, s\n")
        for (title, hasEnums) in [("no enumeration", false), ("one in each event", true)] {
            let files = try SyntheticCatalog.write(
                events: events, hasEnums: hasEnums, to: work.appending(path: "schema-\(hasEnums)"))
            for configuration in ["debug", "release"] {
                let time = try measure(files, configuration, sources: sources, in: work)
                print(
                    title.padding(toLength: 20, withPad: " ", startingAt: 0)
                        + configuration.padding(toLength: 9, withPad: " ", startingAt: 0)
                        + "\(format(time / 1000))   (\(format(time / Double(events))) ms an event)")
            }
        }
        print("\ncompile: an enumeration of \(values) values, s\n")
        for (title, isOpen) in [("closed", false), ("open", true)] {
            let file = try SyntheticCatalog.write(
                enumerationOf: values, isOpen: isOpen, to: work.appending(path: "schema-\(title)"))
            for configuration in ["debug", "release"] {
                let time = try measure([file], configuration, sources: sources, in: work)
                print(
                    title.padding(toLength: 20, withPad: " ", startingAt: 0)
                        + configuration.padding(toLength: 9, withPad: " ", startingAt: 0)
                        + format(time / 1000))
            }
        }
    }

    /// How long a build takes that has nothing to compile but what the catalog generates, in milliseconds.
    private static func measure(
        _ catalog: [URL], _ configuration: String, sources: URL, in work: URL
    ) throws -> Double {
        let main = sources.appending(path: "App.swift")
        try removeSources(in: sources, but: main)
        try Data("import Signalbook\n".utf8).write(to: main)
        let build = ["build", "-c", configuration]
        _ = try swift(build, in: work)
        let tool = builtProgram("generate-signals")
        guard spawn([tool, "--output", sources.path] + catalog.map(\.path)) != nil else {
            stop("generate-signals failed")
        }
        return try swift(build, in: work).duration.milliseconds
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
