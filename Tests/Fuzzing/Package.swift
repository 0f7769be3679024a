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
        .target(
            name: "Fuzzers",
            dependencies: [
                "YAMLLite", "SignalPattern", "SignalWire", "EventCatalog", "SwiftEmitter", "CatalogImport",
            ],
            path: "Fuzzers"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
