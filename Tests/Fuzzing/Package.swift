// swift-tools-version: 6.2
import PackageDescription

// A package of its own, for libFuzzer wants everything built with its instrumentation and the project's other products would not
// link with it. See run.sh.
let package = Package(
    name: "signalbook",
    platforms: [.macOS(.v15)],
    products: [.library(name: "Fuzzers", type: .static, targets: ["Fuzzers"])],
    targets: [
        .target(name: "YAMLLite"),
        .target(name: "SignalPattern"),
        .target(name: "SignalWire"),
        .target(name: "EventCatalog", dependencies: ["YAMLLite", "SignalPattern"]),
        .target(name: "SwiftEmitter", dependencies: ["EventCatalog"]),
        .target(name: "CatalogImport", dependencies: ["EventCatalog", "YAMLLite", "SignalPattern"]),
        .target(name: "CatalogRules", dependencies: ["EventCatalog", "YAMLLite", "SignalPattern"]),
        .target(name: "CatalogFormatting", dependencies: ["EventCatalog", "YAMLLite"]),
        .target(name: "Recordings", dependencies: ["EventCatalog", "SignalPattern"]),
        .target(name: "Signalbook", dependencies: ["SignalWire", "SignalPattern"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "SignalTransport", dependencies: ["CZlib", "Signalbook"]),
        .target(name: "SignalbookOTLP", dependencies: ["SignalTransport", "Signalbook", "SignalWire"]),
        .target(
            name: "SignalbookApplicationInsights",
            dependencies: ["Signalbook", "SignalWire", "SignalTransport"]),
        .target(
            name: "Fuzzers",
            dependencies: [
                "YAMLLite", "SignalPattern", "SignalWire", "EventCatalog", "SwiftEmitter", "CatalogImport",
                "CatalogRules", "CatalogFormatting", "Recordings", "Signalbook", "SignalTransport",
                "SignalbookOTLP",
                "SignalbookApplicationInsights",
            ],
            path: "Fuzzers"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
