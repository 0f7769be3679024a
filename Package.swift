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
        // System
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        // Vocabulary: what the generator and the runtime must agree on.
        .target(name: "SignalVocabulary"),
        .target(name: "SignalPattern", dependencies: ["SignalVocabulary"]),

        // Catalog: text → nodes → model, and what is asked of a model.
        .target(name: "YAMLLite", dependencies: ["SignalVocabulary"]),
        .target(name: "CatalogModel", dependencies: ["YAMLLite", "SignalVocabulary", "SignalPattern"]),
        .target(
            name: "CatalogImport",
            dependencies: ["CatalogModel", "YAMLLite", "SignalVocabulary", "SignalPattern"]),
        .target(name: "CatalogComparison", dependencies: ["CatalogModel", "SignalVocabulary"]),
        .target(name: "CatalogFormatting", dependencies: ["CatalogModel", "YAMLLite", "SignalVocabulary"]),
        .target(
            name: "CatalogRules",
            dependencies: ["CatalogModel", "YAMLLite", "SignalVocabulary", "SignalPattern"]),

        // Rendering: what is made from a model.
        .target(name: "SwiftEmitter", dependencies: ["CatalogModel", "SignalVocabulary"]),
        .target(name: "DocumentTools", dependencies: ["SignalVocabulary"]),
        .target(
            name: "CatalogDocuments",
            dependencies: [
                "CatalogModel", "CatalogComparison", "DocumentTools", "SignalVocabulary", "SignalPattern",
                "SwiftEmitter",
            ], resources: [.embedInCode("Site/Assets/site.css"), .embedInCode("Site/Assets/site.js")]),

        // Runtime: what an app links. It knows nothing of the catalog's text.
        .target(name: "SignalWire", dependencies: ["SignalVocabulary"]),
        .target(name: "Signalbook", dependencies: ["SignalWire", "SignalVocabulary", "SignalPattern"]),
        .target(name: "SignalbookTesting", dependencies: ["Signalbook"]),
        .target(name: "SignalTransport", dependencies: ["CZlib", "Signalbook", "SignalVocabulary"]),
        .target(
            name: "SignalbookOTLP",
            dependencies: ["SignalTransport", "Signalbook", "SignalWire"]),
        .target(
            name: "SignalbookApplicationInsights",
            dependencies: ["SignalTransport", "Signalbook", "SignalWire", "SignalVocabulary"]),

        // Backend: what receives, reads and judges what was sent.
        .target(name: "SignalHTTPServer"),
        .target(
            name: "Recordings",
            dependencies: ["CatalogModel", "DocumentTools", "SignalVocabulary", "SignalPattern"],
            resources: [.embedInCode("Reporting/Assets/report.css")]),

        // Tools: the generator that builds run, and the command line for people and CI. No build needs the latter.
        .executableTarget(
            name: "generate-signals", dependencies: ["SwiftEmitter", "CatalogModel", "SignalVocabulary"]),
        .target(
            name: "SigbookCommands",
            dependencies: [
                "CatalogModel", "CatalogRules", "CatalogComparison", "CatalogFormatting", "CatalogImport",
                "CatalogDocuments", "DocumentTools", "Recordings", "SwiftEmitter", "YAMLLite",
                "SignalVocabulary",
                "Signalbook",
                "SignalbookOTLP", "SignalbookApplicationInsights", "SignalWire",
            ]),
        .executableTarget(name: "sigbook", dependencies: ["SigbookCommands"]),

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
            dependencies: ["generate-signals"]),

        // Examples: what shows it, measures it, and is killed by tests.
        .executableTarget(
            name: "quickstart",
            dependencies: [
                "Signalbook", "SignalbookOTLP", "SignalbookApplicationInsights", "SignalHTTPServer",
            ],
            plugins: ["GenerateSignals"]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: ["Signalbook", "SignalbookOTLP", "Recordings", "CatalogModel"],
            plugins: ["GenerateSignals"]),
        .executableTarget(name: "crash-victim", dependencies: ["Signalbook", "SignalbookOTLP"]),

        // Tests, in the wings of what they test.
        .target(name: "TestSupport"),
        .testTarget(name: "SignalVocabularyTests", dependencies: ["SignalVocabulary", "TestSupport"]),
        .testTarget(name: "SignalPatternTests", dependencies: ["SignalPattern", "TestSupport"]),
        .testTarget(name: "YAMLLiteTests", dependencies: ["YAMLLite", "TestSupport"], exclude: ["Corpus"]),
        .testTarget(
            name: "CatalogModelTests",
            dependencies: ["CatalogModel", "YAMLLite", "SignalVocabulary", "TestSupport"]),
        .testTarget(
            name: "CatalogImportTests",
            dependencies: ["CatalogImport", "CatalogModel", "TestSupport"]),
        .testTarget(
            name: "CatalogComparisonTests",
            dependencies: ["CatalogComparison", "CatalogModel"]),
        .testTarget(
            name: "CatalogFormattingTests",
            dependencies: [
                "CatalogFormatting", "CatalogComparison", "CatalogModel", "YAMLLite", "TestSupport",
            ]),
        .testTarget(
            name: "CatalogRulesTests",
            dependencies: ["CatalogRules", "CatalogModel", "YAMLLite", "TestSupport"]),
        .testTarget(
            name: "SwiftEmitterTests",
            dependencies: ["SwiftEmitter", "CatalogModel", "TestSupport"]),
        .testTarget(name: "GeneratedCatalogTests", dependencies: ["Signalbook", "SignalbookTesting"]),
        .testTarget(name: "GoldenCatalogTests", dependencies: ["Signalbook", "SignalbookTesting"]),
        .testTarget(name: "DocumentToolsTests", dependencies: ["DocumentTools"]),
        .testTarget(
            name: "CatalogDocumentsTests",
            dependencies: [
                "CatalogDocuments", "CatalogComparison", "CatalogModel", "DocumentTools", "SignalVocabulary",
                "SignalPattern", "TestSupport",
            ]),
        .testTarget(name: "SignalWireTests", dependencies: ["SignalWire", "TestSupport"]),
        .testTarget(
            name: "SignalbookTests",
            dependencies: ["Signalbook", "SignalWire", "SignalVocabulary", "TestSupport"]),
        .testTarget(
            name: "SignalbookTestingTests", dependencies: ["Signalbook", "SignalbookTesting"],
            exclude: ["schema"]),
        .testTarget(
            name: "SignalTransportTests",
            dependencies: ["SignalTransport", "Signalbook", "SignalHTTPServer", "TestSupport"]),
        .testTarget(
            name: "SignalbookOTLPTests",
            dependencies: [
                "SignalbookOTLP", "SignalTransport", "Signalbook", "SignalWire", "SignalHTTPServer",
                "TestSupport",
            ]),
        .testTarget(
            name: "SignalbookApplicationInsightsTests",
            dependencies: [
                "SignalbookApplicationInsights", "Signalbook", "SignalWire", "SignalTransport",
                "SignalHTTPServer", "TestSupport",
            ]),
        .testTarget(name: "SignalHTTPServerTests", dependencies: ["SignalHTTPServer", "TestSupport"]),
        .testTarget(
            name: "RecordingsTests",
            dependencies: ["Recordings", "CatalogModel", "DocumentTools", "SignalVocabulary", "TestSupport"]),
        .testTarget(
            name: "SigbookCommandsTests",
            dependencies: [
                "SigbookCommands", "CatalogDocuments", "CatalogModel", "Signalbook", "TestSupport",
            ],
            exclude: ["Goldens"]),
        .testTarget(name: "PluginTests", dependencies: ["TestSupport"]),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

// The folders of Sources and Tests: a target is in the folder of its wing.
let wings = [
    "System": ["CZlib"],
    "Vocabulary": ["SignalVocabulary", "SignalPattern"],
    "Catalog": [
        "YAMLLite", "CatalogModel", "CatalogRules", "CatalogComparison", "CatalogFormatting", "CatalogImport",
    ],
    "Rendering": ["SwiftEmitter", "DocumentTools", "CatalogDocuments"],
    "Runtime": [
        "SignalWire", "Signalbook", "SignalTransport", "SignalbookOTLP", "SignalbookApplicationInsights",
        "SignalbookTesting",
    ],
    "Backend": ["SignalHTTPServer", "Recordings"],
    "Tools": ["generate-signals", "SigbookCommands", "sigbook"],
    "Examples": ["quickstart", "Benchmarks", "crash-victim"],
]
let testWings = [
    "Support": ["TestSupport"],
    "Rendering": ["GeneratedCatalogTests", "GoldenCatalogTests"],
    "Tools": ["PluginTests"],
    "Architecture": ["ArchitectureTests"],
]
for target in package.targets where target.type != .plugin {
    let tested = target.name.hasSuffix("Tests") ? String(target.name.dropLast(5)) : target.name
    let isTest = target.type == .test || target.name == "TestSupport"
    let wing =
        (isTest ? testWings.first { $1.contains(target.name) } : nil) ?? wings.first { $1.contains(tested) }
    target.path = "\(isTest ? "Tests" : "Sources")/\(wing?.key ?? "")/\(target.name)"
}

// What the sanitizers of .ci/run build: the runtime with its tests, in a third of the time.
if Context.environment["SIGNALBOOK_RUNTIME_ONLY"] == "1" {
    let kept: Set = [
        "CZlib", "SignalVocabulary", "SignalPattern", "SignalWire", "Signalbook", "SignalbookTesting",
        "SignalTransport", "SignalbookOTLP", "SignalbookApplicationInsights", "SignalHTTPServer",
        "crash-victim", "TestSupport", "SignalWireTests", "SignalbookTests", "SignalbookTestingTests",
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
