// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "signalbook",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "Signalbook", targets: ["Signalbook"]),
        .library(name: "SignalbookApplicationInsights", targets: ["SignalbookApplicationInsights"]),
        .library(name: "SignalbookTesting", targets: ["SignalbookTesting"]),
        .plugin(name: "GenerateSignals", targets: ["GenerateSignals"]),
        .plugin(name: "SignalbookCommand", targets: ["SignalbookCommand"]),
        .executable(name: "quickstart", targets: ["quickstart"]),
    ],
    dependencies: [],
    targets: [
        // The generator: text → nodes → model → Swift. Arrows only point up this list.
        .target(name: "YAMLLite"),
        .target(name: "SignalPattern"),
        .target(name: "EventCatalog", dependencies: ["YAMLLite", "SignalPattern"]),
        .target(name: "SwiftEmitter", dependencies: ["EventCatalog"]),
        .executableTarget(
            name: "generate-signals", dependencies: ["SwiftEmitter", "EventCatalog"],
            path: "Sources/GenerateSignalsTool"),
        .plugin(
            name: "GenerateSignals", capability: .buildTool(), dependencies: ["generate-signals"]),
        .plugin(
            name: "SignalbookCommand",
            capability: .command(
                intent: .custom(
                    verb: "signals", description: "Write the Swift that a signal catalog describes."),
                permissions: [
                    .writeToPackageDirectory(reason: "Writes the generated Swift where you ask for it.")
                ]),
            dependencies: ["generate-signals"]),

        // The runtime knows nothing of the generator.
        .target(name: "SignalWire"),
        .target(name: "Signalbook", dependencies: ["SignalWire", "SignalPattern"]),
        .target(name: "SignalbookTesting", dependencies: ["Signalbook"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "SignalTransport", dependencies: ["CZlib", "Signalbook"]),
        .target(
            name: "SignalbookApplicationInsights",
            dependencies: ["Signalbook", "SignalWire", "SignalTransport"]),

        // What shows and measures it.
        .target(name: "LoopbackHTTP"),
        .executableTarget(
            name: "quickstart",
            dependencies: ["Signalbook", "SignalbookApplicationInsights", "LoopbackHTTP"],
            path: "Sources/Quickstart",
            plugins: ["GenerateSignals"]),
        .executableTarget(name: "Benchmarks", dependencies: ["Signalbook"], plugins: ["GenerateSignals"]),

        .testTarget(name: "YAMLLiteTests", dependencies: ["YAMLLite"], exclude: ["Corpus"]),
        .testTarget(name: "SignalPatternTests", dependencies: ["SignalPattern"]),
        .testTarget(name: "EventCatalogTests", dependencies: ["EventCatalog"]),
        .testTarget(name: "SwiftEmitterTests", dependencies: ["SwiftEmitter", "EventCatalog"]),
        .testTarget(name: "PluginTests"),
        .testTarget(name: "SignalWireTests", dependencies: ["SignalWire"]),
        .testTarget(name: "SignalbookTests", dependencies: ["Signalbook", "SignalWire"]),
        .testTarget(
            name: "SignalbookTestingTests", dependencies: ["SignalbookTesting"], plugins: ["GenerateSignals"]),
        .testTarget(name: "GeneratedCatalogTests", dependencies: ["SignalbookTesting"]),
        .testTarget(name: "LoopbackHTTPTests", dependencies: ["LoopbackHTTP"]),
        .testTarget(
            name: "SignalbookApplicationInsightsTests",
            dependencies: [
                "SignalbookApplicationInsights", "Signalbook", "SignalWire", "SignalTransport",
                "LoopbackHTTP",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .plugin && target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    ]
}
