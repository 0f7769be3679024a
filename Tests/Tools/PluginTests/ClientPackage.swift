import Foundation
import TestSupport

/// A little package that depends on this one, as a user's would.
///
/// What it builds goes to a folder beside this package's products and stays there for the next run. It is a scratch path of its own,
/// because SwiftPM locks them.
struct ClientPackage {
    /// What it depends on.
    enum Dependency: String {
        /// The package itself, whose tools and runtime it has to compile.
        case source
        /// The one that stands in for it.
        case finishedTools
    }

    /// The package's folder, two targets with a catalog each (the package's, behind a symbolic link, and the target's own) and one
    /// whose `schema` is not a catalog.
    let folder: TemporaryFolder
    /// Which build system builds it.
    let system: BuildSystem
    private let dependency: Dependency

    /// Where it is built.
    var scratch: URL {
        Repository.products.appending(
            path: "PluginTests-\(dependency.rawValue)-\(system.rawValue)", directoryHint: .isDirectory)
    }

    /// Writes the package.
    init(_ system: BuildSystem, dependsOn dependency: Dependency = .finishedTools) async throws {
        self.system = system
        self.dependency = dependency
        folder = try TemporaryFolder()
        let tools = try await dependency == .finishedTools ? FinishedTools.shared.value : nil
        let package = tools == nil ? Repository.folder : FinishedTools.folder
        try folder.write(
            "Package.swift",
            """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: "client",
                platforms: [.macOS(.v15)],
                dependencies: [.package(name: "signalbook", path: "\(package.path(percentEncoded: false))")],
                targets: [
                    .executableTarget(
                        name: "App", dependencies: ["Inner", .product(name: "Signalbook", package: "signalbook")],
                        \(tools?.settings ?? "")
                        plugins: [.plugin(name: "GenerateSignals", package: "signalbook")]),
                    .target(
                        name: "Inner", dependencies: [.product(name: "Signalbook", package: "signalbook")],
                        \(tools?.settings ?? "")
                        plugins: [.plugin(name: "GenerateSignals", package: "signalbook")]),
                    .target(name: "Plain", exclude: ["schema"]),
                ]
            )

            """)
        try folder.write("catalogs/of the app/catalog.yaml", Self.catalog)
        try folder.write("catalogs/of the app/http/requests.yaml", Self.requests)
        try folder.write("catalogs/of the app/.hidden.yaml", "this: is no catalog\n")
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("schema"), withDestinationPath: "catalogs/of the app")
        try folder.write("Sources/App/main.swift", Self.main(extra: ""))
        try folder.write("Sources/Inner/schema/inner.yaml", Self.inner)
        try folder.write("Sources/Inner/Inner.swift", Self.innerSwift)
        try folder.write("Sources/Plain/schema/tables.json", "{\"tables\": []}\n")
        try folder.write("Sources/Plain/Plain.swift", "let plain = 1\n")
    }

    /// Runs `swift <command> …` on it.
    func swift(_ command: String, _ arguments: String...) async throws -> ChildProcess.Outcome {
        let options = [
            "--scratch-path", scratch.path(percentEncoded: false), "--build-system", system.rawValue,
        ]
        // A program that counts its coverage would leave a file where it runs.
        return try await ChildProcess.run(
            ["swift", command] + options + arguments, in: folder.url,
            environment: ["LLVM_PROFILE_FILE": "/dev/null"])
    }

    /// The warnings in a build's log, but for those of the build systems themselves, about linker options and files of earlier runs: none
    /// of them is about a source file.
    static func warnings(in log: String) -> [Substring] {
        log.split(separator: "\n").filter { line in
            line.contains("warning:") && !line.contains("clang: ") && !line.contains("warning: Stale file")
        }
    }

    /// When each object file of the target was written.
    func objects(of target: String) -> [String: Date] {
        TemporaryFolder.times(in: scratch) { path in
            path.hasSuffix(".o") && path.split(separator: "/").contains { $0.hasPrefix("\(target).build") }
        }
    }

    /// When each generated file was written.
    var generated: [String: Date] {
        let name = folder.url.lastPathComponent.lowercased()
        return TemporaryFolder.times(in: scratch) {
            $0.hasSuffix(".signals.swift") && $0.lowercased().contains(name)
        }
    }

    static let catalog = """
        catalog: { name: client, version: 1.0.0 }
        context:
          user_id: { type: string, description: Who is signed in., sensitivity: personal, handling: hash }
        """

    /// Names that Swift has plans of its own for, among them.
    static let requests = """
        events:
          request_completed:
            description: A request was answered.
            properties:
              endpoint: { type: string, description: "The route's pattern." }
              duration_ms: { type: duration, unit: ms, description: Time to the last byte. }
          default:
            description: Hostile.
            properties:
              class: { type: string, description: P. }
              default: { type: string, description: P. }
              init: { type: string, description: P. }
              inout: { type: string, description: P. }
              let: { type: string, description: P. }
              nil: { type: string, description: P. }
              type: { type: enum, values: [class, default, init, case, none, some, GET, Type], description: P. }
              protocol: { type: enum, open: true, values: [any, async, Protocol], description: P. }
        """

    static let inner = """
        catalog: { name: inner, version: 2.0.0, swift: { access: public } }
        events: { inner_happened: { description: It happened., properties: { at: { type: timestamp, description: When. } } } }
        """

    static let innerSwift = """
        public import Foundation
        import Signalbook

        public func happen(at date: Date) { Telemetry.track(.innerHappened(at: date)) }

        """

    /// The app's main file, with more statements at its end.
    static func main(extra: String) -> String {
        """
        import Foundation
        import Inner
        import Signalbook

        happen(at: .now)
        Telemetry.track(.requestCompleted(endpoint: "/", duration: .milliseconds(5)))
        let hostile = Default(
            class: "a", default: "b", init: "c", `inout`: "d", let: "e", nil: "f", type: .class, protocol: .any)
        print(RequestCompleted.name, Default.name, InnerHappened.name, SignalCatalog.EventName.requestCompleted)
        try hostile.validate()
        \(extra)

        """
    }
}
