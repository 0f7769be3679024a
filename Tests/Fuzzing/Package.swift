// swift-tools-version: 6.2
import PackageDescription

// A package of its own, for libFuzzer wants everything built with its instrumentation and the project's other products would not
// link with it. See run.sh.
let package = Package(
    name: "signalbook",
    platforms: [.macOS(.v15)],
    products: [.library(name: "Fuzzers", type: .static, targets: ["Fuzzers"])],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "SignalVocabulary"),
        .target(name: "SignalPattern", dependencies: ["SignalVocabulary"]),
        .target(name: "YAMLLite", dependencies: ["SignalVocabulary"]),
        .target(name: "CatalogModel", dependencies: ["YAMLLite", "SignalVocabulary", "SignalPattern"]),
        .target(
            name: "CatalogImport",
            dependencies: ["CatalogModel", "YAMLLite", "SignalVocabulary", "SignalPattern"]),
        .target(name: "CatalogFormatting", dependencies: ["CatalogModel", "YAMLLite", "SignalVocabulary"]),
        .target(
            name: "CatalogRules",
            dependencies: ["CatalogModel", "YAMLLite", "SignalVocabulary", "SignalPattern"]),
        .target(name: "SwiftEmitter", dependencies: ["CatalogModel", "SignalVocabulary"]),
        .target(name: "SignalWire", dependencies: ["SignalVocabulary"]),
        .target(name: "Signalbook", dependencies: ["SignalWire", "SignalVocabulary", "SignalPattern"]),
        .target(name: "SignalTransport", dependencies: ["CZlib", "Signalbook", "SignalVocabulary"]),
        .target(
            name: "SignalbookOTLP",
            dependencies: ["SignalTransport", "Signalbook", "SignalWire", "SignalVocabulary"]),
        .target(
            name: "SignalbookApplicationInsights",
            dependencies: ["SignalTransport", "Signalbook", "SignalWire", "SignalVocabulary"]),
        .target(name: "DocumentTools", dependencies: ["SignalVocabulary"]),
        .target(
            name: "Recordings",
            dependencies: ["CatalogModel", "DocumentTools", "SignalVocabulary", "SignalPattern"],
            resources: [.embedInCode("Reporting/Assets/report.css")]),
        // The part of the commands that reads source, without what else they need.
        .target(
            name: "SwiftSources", path: "Sources/Tools/SigbookCommands/Status",
            sources: ["SwiftLexer.swift", "SwiftToken.swift"]),
        .target(
            name: "Fuzzers",
            dependencies: [
                "SignalVocabulary", "YAMLLite", "SignalPattern", "SignalWire", "CatalogModel", "SwiftEmitter",
                "CatalogImport",
                "CatalogRules", "CatalogFormatting", "Recordings", "Signalbook", "SignalTransport",
                "SignalbookOTLP",
                "SignalbookApplicationInsights", "SwiftSources",
            ],
            path: "Fuzzers"),
    ],
    swiftLanguageModes: [.v6]
)

// The sources are those of the project, in the folders of its wings.
let wings = [
    "System": ["CZlib"],
    "Vocabulary": ["SignalVocabulary", "SignalPattern"],
    "Catalog": ["YAMLLite", "CatalogModel", "CatalogRules", "CatalogFormatting", "CatalogImport"],
    "Rendering": ["SwiftEmitter", "DocumentTools"],
    "Runtime": [
        "SignalWire", "Signalbook", "SignalTransport", "SignalbookOTLP", "SignalbookApplicationInsights",
    ],
    "Backend": ["Recordings"],
]
for (wing, names) in wings {
    for target in package.targets where names.contains(target.name) {
        target.path = "Sources/\(wing)/\(target.name)"
    }
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
