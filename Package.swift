// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "signalbook",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "Signalbook", targets: ["Signalbook"]),
        .library(name: "SignalbookApplicationInsights", targets: ["SignalbookApplicationInsights"]),
        .library(name: "SignalbookTesting", targets: ["SignalbookTesting"]),
        .library(name: "SignalbookOTLP", targets: ["SignalbookOTLP"]),
        .plugin(name: "GenerateSignals", targets: ["GenerateSignals"]),
        .plugin(name: "SignalbookCommand", targets: ["SignalbookCommand"]),
        .executable(name: "sigbook", targets: ["sigbook"]),
        .executable(name: "quickstart", targets: ["quickstart"]),
    ],
    dependencies: [],
    targets: [
        // The generator: text → nodes → model → Swift. Arrows only point up this list.
        .target(name: "YAMLLite"),
        .target(name: "SignalPattern"),
        .target(name: "EventCatalog", dependencies: ["YAMLLite", "SignalPattern"]),
        .target(name: "SwiftEmitter", dependencies: ["EventCatalog"]),
        .target(name: "CatalogImport", dependencies: ["EventCatalog", "YAMLLite", "SignalPattern"]),
        .target(name: "CatalogComparison", dependencies: ["EventCatalog"]),
        .target(name: "CatalogFormatting", dependencies: ["EventCatalog", "YAMLLite"]),
        .target(name: "CatalogRules", dependencies: ["EventCatalog", "YAMLLite", "SignalPattern"]),
        .target(
            name: "CatalogRenderers",
            dependencies: ["EventCatalog", "CatalogComparison", "SignalPattern", "SwiftEmitter"]),
        .target(name: "Recordings", dependencies: ["EventCatalog", "SignalPattern"]),
        .executableTarget(
            name: "generate-signals", dependencies: ["SwiftEmitter", "EventCatalog"],
            path: "Sources/GenerateSignalsTool"),
        // The command line for people and CI; the build plugin needs none of it.
        .target(
            name: "SigbookCommands",
            dependencies: [
                "EventCatalog", "CatalogRules", "CatalogComparison", "CatalogFormatting", "CatalogImport",
                "CatalogRenderers", "Recordings", "SwiftEmitter", "YAMLLite", "Signalbook", "SignalbookOTLP",
                "SignalbookApplicationInsights", "SignalWire",
            ]),
        .executableTarget(name: "sigbook", dependencies: ["SigbookCommands"], path: "Sources/SigbookTool"),

        .plugin(
            name: "GenerateSignals", capability: .buildTool(), dependencies: ["generate-signals"]),
        // It declares no permission, for then every command would need the user's, also those that write nothing. Where SwiftPM runs
        // plugins in a sandbox, --allow-writing-to-package-directory lets the others write all the same.
        .plugin(
            name: "SignalbookCommand",
            capability: .command(
                intent: .custom(
                    verb: "signals", description: "Generate Swift from a signal catalog, check it, and more.")
            ),
            dependencies: ["generate-signals", "sigbook"]),

        // The runtime knows nothing of the generator.
        .target(name: "SignalWire"),
        .target(name: "Signalbook", dependencies: ["SignalWire", "SignalPattern"]),
        .target(name: "SignalbookTesting", dependencies: ["Signalbook"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "SignalTransport", dependencies: ["CZlib", "Signalbook"]),
        .target(name: "SignalbookOTLP", dependencies: ["SignalTransport", "Signalbook", "SignalWire"]),
        .target(
            name: "SignalbookApplicationInsights",
            dependencies: ["Signalbook", "SignalWire", "SignalTransport"]),

        // What shows and measures it.
        .target(name: "LoopbackHTTP"),
        .executableTarget(
            name: "quickstart",
            dependencies: ["Signalbook", "SignalbookOTLP", "SignalbookApplicationInsights", "LoopbackHTTP"],
            path: "Sources/Quickstart", plugins: ["GenerateSignals"]),
        // What tests kill, by the path of the built program.
        .executableTarget(
            name: "crash-victim", dependencies: ["Signalbook", "SignalbookOTLP"], path: "Sources/CrashVictim"),
        .executableTarget(
            name: "Benchmarks", dependencies: ["Signalbook", "SignalbookOTLP", "Recordings", "EventCatalog"],
            plugins: ["GenerateSignals"]),

        .testTarget(name: "YAMLLiteTests", dependencies: ["YAMLLite"], exclude: ["Corpus"]),
        .testTarget(name: "SignalPatternTests", dependencies: ["SignalPattern"]),
        .testTarget(name: "EventCatalogTests", dependencies: ["EventCatalog"]),
        .testTarget(name: "CatalogImportTests", dependencies: ["CatalogImport", "EventCatalog"]),
        .testTarget(name: "CatalogComparisonTests", dependencies: ["CatalogComparison", "EventCatalog"]),
        .testTarget(
            name: "CatalogFormattingTests",
            dependencies: ["CatalogFormatting", "CatalogComparison", "EventCatalog", "YAMLLite"]),
        .testTarget(name: "CatalogRulesTests", dependencies: ["CatalogRules", "EventCatalog", "YAMLLite"]),
        .testTarget(name: "SwiftEmitterTests", dependencies: ["SwiftEmitter", "EventCatalog"]),
        .testTarget(name: "RecordingsTests", dependencies: ["Recordings", "EventCatalog"]),
        .testTarget(
            name: "CatalogRenderersTests",
            dependencies: ["CatalogRenderers", "CatalogComparison", "EventCatalog", "SignalPattern"]),
        .testTarget(
            name: "SigbookCommandsTests", dependencies: ["SigbookCommands", "EventCatalog", "Signalbook"],
            exclude: ["Goldens"]),
        .testTarget(name: "PluginTests"),
        .testTarget(name: "SignalWireTests", dependencies: ["SignalWire"]),
        // How tests start the crash victim and kill it.
        .target(name: "VictimProcess", path: "Tests/VictimProcess"),
        .testTarget(name: "SignalbookTests", dependencies: ["Signalbook", "SignalWire", "VictimProcess"]),
        .testTarget(
            name: "SignalbookTestingTests", dependencies: ["SignalbookTesting"], plugins: ["GenerateSignals"]),
        .testTarget(name: "GeneratedCatalogTests", dependencies: ["SignalbookTesting"]),
        .testTarget(name: "LoopbackHTTPTests", dependencies: ["LoopbackHTTP"]),
        .testTarget(
            name: "SignalTransportTests", dependencies: ["SignalTransport", "Signalbook", "LoopbackHTTP"]),
        .testTarget(
            name: "SignalbookOTLPTests",
            dependencies: [
                "SignalbookOTLP", "SignalTransport", "Signalbook", "SignalWire", "LoopbackHTTP",
                "VictimProcess",
            ]),
        .testTarget(
            name: "SignalbookApplicationInsightsTests",
            dependencies: [
                "SignalbookApplicationInsights", "Signalbook", "SignalWire", "SignalTransport",
                "LoopbackHTTP",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// What the sanitizers of .ci/run build: the runtime with its tests and the generator, in a third of the time.
if Context.environment["SIGNALBOOK_RUNTIME_ONLY"] == "1" {
    let kept: Set = [
        "YAMLLite", "SignalPattern", "EventCatalog", "SwiftEmitter", "generate-signals", "GenerateSignals",
        "SignalWire",
        "Signalbook", "SignalbookTesting", "CZlib", "SignalTransport", "SignalbookOTLP",
        "SignalbookApplicationInsights",
        "LoopbackHTTP", "crash-victim", "VictimProcess", "SignalWireTests", "SignalbookTests",
        "SignalbookTestingTests",
        "SignalTransportTests", "SignalbookOTLPTests", "SignalbookApplicationInsightsTests",
    ]
    package.targets.removeAll { !kept.contains($0.name) }
    package.products = []
}

for target in package.targets where target.type != .plugin && target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    ]
}
